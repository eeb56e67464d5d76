// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/memorysecretstore.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "ui/settings/connectioncheck.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::ConnectionCheck;

/// A test of a connection that is ended early, in whichever way, leaves no token behind.
class ConnectionCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesItsTokenBack_data();
    void givesItsTokenBack();
    void countsMoreProjectsThanAnIntHolds();

private:
    void start();
    qsizetype countOf(const QString &path) const;
    bool isPast(const QString &moment);

    std::unique_ptr<atlassim::Simulator> m_simulator;
    accounts::MemorySecretStore m_store;
    ui::SignOuts m_signOuts;
    std::unique_ptr<ConnectionCheck> m_check;
    int m_passed = 0;
};

void ConnectionCheckTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::sample::world());
    m_simulator->options().latency = 50ms;
    QVERIFY(m_simulator->listen());
    m_check = std::make_unique<ConnectionCheck>(m_signOuts);
    m_passed = 0;
    connect(m_check.get(), &ConnectionCheck::passed, this, [this] { ++m_passed; });
}

void ConnectionCheckTest::start()
{
    const auto settings =
        testsupport::clientSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    ConnectionCheck::Subject subject;
    subject.profile = accounts::ProfileId::create();
    subject.baseUrl = settings.baseUrl;
    subject.credential = settings.credential;
    m_check->start(subject, m_store);
}

qsizetype ConnectionCheckTest::countOf(const QString &path) const
{
    const auto seen = m_simulator->seenRequests();
    return std::count_if(seen.begin(), seen.end(),
                         [&path](const auto &one) { return one.path == path; });
}

bool ConnectionCheckTest::isPast(const QString &moment)
{
    if (moment == "signing in"_L1)
        return countOf(u"/api/oauth/token"_s) == 1;
    if (moment == "reading"_L1)
        return countOf(u"/api/atlas/v2/groups"_s) == 1;
    return m_passed == 1;
}

void ConnectionCheckTest::givesItsTokenBack_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("end");
    for (const QString &moment : {u"signing in"_s, u"reading"_s, u"passed"_s}) {
        for (const QString &end : {u"stop"_s, u"close"_s, u"start anew"_s})
            QTest::addRow("%s, %s", qPrintable(moment), qPrintable(end)) << moment << end;
    }
}

void ConnectionCheckTest::givesItsTokenBack()
{
    QFETCH(const QString, moment);
    QFETCH(const QString, end);
    start();
    QTRY_VERIFY(isPast(moment));
    const bool goesOn = end == "start anew"_L1;
    const int passedBefore = m_passed;
    if (end == "stop"_L1)
        m_check->stop();
    else if (end == "close"_L1)
        m_check.reset();
    else
        start();
    QTRY_COMPARE(countOf(u"/api/oauth/revoke"_s), goesOn ? 2 : 1);
    QTRY_COMPARE(m_simulator->liveTokenCount(), 0);
    QCOMPARE(m_passed, passedBefore + (goesOn ? 1 : 0));
    m_check.reset();
    QTRY_VERIFY(m_signOuts.isEmpty());
}

void ConnectionCheckTest::countsMoreProjectsThanAnIntHolds()
{
    atlassim::Fault odd;
    odd.pathPrefix = u"/api/atlas/v2/groups"_s;
    odd.status = 200;
    odd.body = R"({"results":[],"totalCount":9007199254740992})";
    m_simulator->addFault(odd);
    const QSignalSpy passed(m_check.get(), &ConnectionCheck::passed);
    start();
    QTRY_COMPARE(passed.size(), 1);
    const QString message = passed.constFirst().constFirst().toString();
    QVERIFY2(message.startsWith(u"Signed in. 2147483647 project(s)."_s)
                 || message.startsWith(u"Signed in. 2,147,483,647 project(s)."_s),
             qPrintable(message));
    m_check.reset();
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<buckets::ConnectionTest *>().isEmpty());
}

QTEST_GUILESS_MAIN(ConnectionCheckTest)
#include "tst_connectioncheck.moc"
