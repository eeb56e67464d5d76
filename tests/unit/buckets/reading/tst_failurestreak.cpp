// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/failurestreak.h"
#include "buckets/reading/readinglimits.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using Kind = atlas::ApiError::Kind;

Q_DECLARE_METATYPE(atlas::ApiError)

namespace {

ApiError errorOf(Kind kind, int status = 0, const QString &code = {})
{
    ApiError error;
    error.kind = kind;
    error.status = status;
    error.errorCode = code;
    return error;
}

} // namespace

/// Which failures concern every project, so that no more calls need to be sent.
class FailureStreakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatConcernsAll_data();
    void tellsWhatConcernsAll();
    void givesUpWhenThereIsNoToken();
    void endsWithAnAnswer();
    void endsWithAFailureOfOneProject();
};

void FailureStreakTest::tellsWhatConcernsAll_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<bool>("concernsAll");
    QTest::newRow("no connection") << errorOf(Kind::Transport) << true;
    QTest::newRow("a certificate") << errorOf(Kind::Untrusted) << true;
    QTest::newRow("a proxy") << errorOf(Kind::Proxy) << true;
    QTest::newRow("a redirect") << errorOf(Kind::Redirected, 302) << true;
    QTest::newRow("the sign-in page of a network") << errorOf(Kind::Malformed, 200) << true;
    QTest::newRow("time-outs") << errorOf(Kind::TimedOut) << true;
    QTest::newRow("no token") << errorOf(Kind::SignIn, 401, u"invalid_client"_s) << true;
    QTest::newRow("a credential that is refused") << errorOf(Kind::Api, 401) << true;
    QTest::newRow("a firewall's page") << errorOf(Kind::Api, 403) << true;
    QTest::newRow("a proxy's sign-in") << errorOf(Kind::Api, 407) << true;
    for (const char *code : {"IP_ADDRESS_NOT_ON_ACCESS_LIST", "IP_ADDRESS_NOT_ON_WHITELIST",
                             "GLOBAL_USER_OUTSIDE_SUBNET", "ORG_REQUIRES_ACCESS_LIST",
                             "RESOURCE_REQUIRES_ACCESS_LIST"})
        QTest::newRow(code) << errorOf(Kind::Api, 403, QString::fromLatin1(code)) << true;
    QTest::newRow("a role, by another code")
        << errorOf(Kind::Api, 403, u"USER_CANNOT_ACCESS_ORG"_s) << false;
    QTest::newRow("a role") << errorOf(Kind::Api, 401, u"USER_UNAUTHORIZED"_s) << false;
    QTest::newRow("one project") << errorOf(Kind::Api, 403, u"X"_s) << false;
    QTest::newRow("Atlas is ill") << errorOf(Kind::Api, 500) << false;
}

void FailureStreakTest::tellsWhatConcernsAll()
{
    QFETCH(const ApiError, error);
    buckets::FailureStreak streak;
    for (int i = 1; i < buckets::limits::MostFailuresInARow; ++i)
        streak.note(error);
    QVERIFY(!streak.isHopeless());
    streak.note(error);
    QTEST(streak.isHopeless(), "concernsAll");
}

/// It has been tried again, for all who waited for it.
void FailureStreakTest::givesUpWhenThereIsNoToken()
{
    ApiError error = errorOf(Kind::Api, 503);
    error.duringSignIn = true;
    buckets::FailureStreak streak;
    streak.note(error);
    QVERIFY(streak.isHopeless());
}

void FailureStreakTest::endsWithAnAnswer()
{
    buckets::FailureStreak streak;
    for (int i = 0; i < buckets::limits::MostFailuresInARow; ++i)
        streak.note(errorOf(Kind::TimedOut));
    streak.end();
    QVERIFY(!streak.isHopeless());
}

void FailureStreakTest::endsWithAFailureOfOneProject()
{
    buckets::FailureStreak streak;
    for (int i = 0; i < buckets::limits::MostFailuresInARow; ++i)
        streak.note(errorOf(Kind::TimedOut));
    streak.note(errorOf(Kind::Api, 403, u"X"_s));
    QVERIFY(!streak.isHopeless());
}

QTEST_GUILESS_MAIN(FailureStreakTest)
#include "tst_failurestreak.moc"
