// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/nextstep.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::ApiError;
using insight::NextStep;
using Steps = QList<NextStep>;

Q_DECLARE_METATYPE(Steps)

/// What is offered beside an error.
class NextStepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatMayHelp_data();
    void offersWhatMayHelp();
    void copiesAddressesOnly_data();
    void copiesAddressesOnly();
    void knowsOtherFailures_data();
    void knowsOtherFailures();
};

void NextStepTest::offersWhatMayHelp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<Steps>("steps");
    const Steps again{NextStep::TryAgain};
    const Steps settings{NextStep::OpenSettings, NextStep::TryAgain};
    const Steps projects{NextStep::ShowProjects, NextStep::TryAgain};
    const Steps otherProject{NextStep::ShowProjects};
    QTest::newRow("wrong key") << 401 << u"UNEXPECTED_ERROR"_s << settings;
    QTest::newRow("no code") << 401 << QString() << settings;
    QTest::newRow("later code") << 401 << u"KEY_SUSPENDED"_s << settings;
    QTest::newRow("role") << 401 << u"USER_UNAUTHORIZED"_s << again;
    QTest::newRow("not a member") << 401 << u"NOT_IN_GROUP"_s << projects;
    QTest::newRow("of another project") << 403 << u"USER_CANNOT_ACCESS_GROUP"_s << projects;
    QTest::newRow("project gone") << 404 << u"GROUP_NOT_FOUND"_s << otherProject;
    QTest::newRow("no such ID") << 400 << u"INVALID_GROUP_ID"_s << otherProject;
    QTest::newRow("Cloud Manager") << 404 << u"NOT_ATLAS_GROUP"_s << otherProject;
    QTest::newRow("cluster gone") << 404 << u"CLUSTER_NOT_FOUND"_s << again;
    QTest::newRow("not Atlas") << 404 << QString() << settings;
    QTest::newRow("version") << 406 << u"INVALID_VERSION_DATE"_s << settings;
    QTest::newRow("option") << 400 << u"VALIDATION_ERROR"_s << settings;
    QTest::newRow("too slow to count") << 500 << u"TIMEOUT_WHILE_PAGING"_s << settings;
    QTest::newRow("down") << 503 << u"SERVICE_UNAVAILABLE"_s << again;
    QTest::newRow("rate limit") << 429 << u"RATE_LIMITED"_s << again;
    QTest::newRow("access list, no address") << 403 << u"ORG_REQUIRES_ACCESS_LIST"_s << again;
}

void NextStepTest::offersWhatMayHelp()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    ApiError error;
    error.status = status;
    error.errorCode = code;
    error.request = u"GET https://cloud.mongodb.com/api/atlas/v2/groups"_s;
    QTEST(insight::nextStepsFor(error).steps, "steps");
}

void NextStepTest::copiesAddressesOnly_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("address");
    const QString code = u"IP_ADDRESS_NOT_ON_ACCESS_LIST"_s;
    QTest::newRow("IPv4") << code << u"203.0.113.9"_s << u"203.0.113.9"_s;
    QTest::newRow("IPv6") << code << u"2001:db8::9"_s << u"2001:db8::9"_s;
    QTest::newRow("old code") << u"IP_ADDRESS_NOT_ON_WHITELIST"_s << u"203.0.113.9"_s
                              << u"203.0.113.9"_s;
    QTest::newRow("subnet") << u"GLOBAL_USER_OUTSIDE_SUBNET"_s << u" 203.0.113.9 "_s
                            << u"203.0.113.9"_s;
    QTest::newRow("none") << code << QString() << QString();
    QTest::newRow("a command") << code << u"0.0.0.0/0; rm -rf ~"_s << QString();
    QTest::newRow("markup") << code << u"<b>203.0.113.9</b>"_s << QString();
}

void NextStepTest::copiesAddressesOnly()
{
    QFETCH(const QString, code);
    QFETCH(const QString, parameter);
    QFETCH(const QString, address);
    ApiError error;
    error.status = 403;
    error.errorCode = code;
    error.parameters = {parameter};
    const insight::NextSteps next = insight::nextStepsFor(error);
    QCOMPARE(next.address, address);
    const Steps again{NextStep::TryAgain};
    const Steps copy{NextStep::CopyAddress, NextStep::TryAgain};
    QCOMPARE(next.steps, address.isEmpty() ? again : copy);
}

void NextStepTest::knowsOtherFailures_data()
{
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::addColumn<bool>("toSettings");
    QTest::newRow("no connection") << ApiError::Kind::Transport << false;
    QTest::newRow("proxy") << ApiError::Kind::Proxy << false;
    QTest::newRow("timed out") << ApiError::Kind::TimedOut << false;
    QTest::newRow("malformed") << ApiError::Kind::Malformed << false;
    QTest::newRow("certificate") << ApiError::Kind::Untrusted << true;
    QTest::newRow("redirected") << ApiError::Kind::Redirected << true;
    QTest::newRow("refused") << ApiError::Kind::Refused << true;
}

void NextStepTest::knowsOtherFailures()
{
    QFETCH(const ApiError::Kind, kind);
    QFETCH(const bool, toSettings);
    ApiError error;
    error.kind = kind;
    const Steps steps = insight::nextStepsFor(error).steps;
    QCOMPARE(steps.contains(NextStep::OpenSettings), toSettings);
    QCOMPARE(steps.constLast(), NextStep::TryAgain);
}

QTEST_APPLESS_MAIN(NextStepTest)
#include "tst_nextstep.moc"
