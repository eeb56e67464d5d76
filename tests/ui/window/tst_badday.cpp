// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"
#include "models/buckettablemodel.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketpanel.h"
#include "ui/parts/noticebar.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using testsupport::click;
using testsupport::findByName;

namespace {

const auto ListsPath = u"/api/atlas/v2/groups/"_s;

net::RetryPolicy shortRetries()
{
    net::RetryPolicy policy;
    policy.afterServerError = 10ms;
    policy.afterTransportError = 10ms;
    return policy;
}

Fault busy(int times, const QByteArray &retryAfter)
{
    Fault fault;
    fault.pathPrefix = ListsPath;
    fault.status = 503;
    fault.times = times;
    fault.headers = {{"Retry-After", retryAfter}};
    return fault;
}

} // namespace

/// Atlas on a bad day: what the window shows while calls are tried again, and when the server is
/// away.
class BadDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheHintFirst();
    void countsDownToTheRetry();
    void recoversByItself();
    void tellsHowOftenItTried();
    void hasOneProblemThoughTheRetryIsNoPage();
    void hasOneProblemThoughTheRetryCannotSignIn();
    void stopEndsTheWait();
    void refreshEndsTheWait();
    void comesBackWithTheServer();

private:
    QAbstractItemModel *problems() const;
    QString hint() const;
    QString noticeText() const;
    bool isReady() const
    {
        return m_fixture->hasSession()
            && m_fixture->session().pager().state() == BucketPager::State::Ready;
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void BadDayTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->setRetries(shortRetries());
    m_fixture->commandLine().project =
        atlas::ProjectId::fromHex(m_simulator->world().projects[0].id);
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(isReady());
}

void BadDayTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

QAbstractItemModel *BadDayTest::problems() const
{
    return findByName<QAbstractItemView>(m_fixture->window(), u"Problems"_s)->model();
}

QString BadDayTest::hint() const
{
    return problems()->index(0, 6).data().toString();
}

QString BadDayTest::noticeText() const
{
    const auto *panel = m_fixture->window()->findChild<ui::BucketPanel *>();
    const auto *notice = panel->findChild<ui::NoticeBar *>();
    return notice->isVisible() ? notice->text() : QString();
}

/// On screen; assistive technology has the order of the model, in which the hint comes last.
void BadDayTest::showsTheHintFirst()
{
    const auto *table = findByName<QTableView>(m_fixture->window(), u"Problems"_s);
    const QHeaderView *header = table->horizontalHeader();
    QStringList titles;
    for (int place = 0; place < header->count(); ++place)
        titles.append(
            problems()->headerData(header->logicalIndex(place), Qt::Horizontal).toString());
    QCOMPARE(titles,
             QStringList({u"Time"_s, u"Status"_s, u"Hint"_s, u"Error code"_s, u"Detail"_s,
                          u"Request"_s, u"Reason"_s}));
    QCOMPARE(problems()->headerData(6, Qt::Horizontal).toString(), u"Hint"_s);
}

void BadDayTest::countsDownToTheRetry()
{
    m_simulator->addFault(busy(1, "2"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(noticeText().contains(u"Retrying in 2 s."));
    QVERIFY(noticeText().contains(u"503"));
    QVERIFY(noticeText().contains(u"Retry 1 of 3."));
    QCOMPARE(problems()->rowCount(), 1);
    const models::ProblemLog::Problem problem = m_fixture->session().problemLog().at(0);
    const QString announced = u"Continues automatically at %1."_s.arg(
        base::localTimeWithSeconds(problem.time.addDuration(problem.wait)));
    QCOMPARE(hint(), announced);
    QVERIFY(m_fixture->session().buckets().rowCount() > 0);
    QTRY_VERIFY(noticeText().contains(u"Retrying in 1 s."));
    QCOMPARE(hint(), announced);
    QTRY_VERIFY(isReady());
    QVERIFY(noticeText().isEmpty());
    QCOMPARE(problems()->rowCount(), 1);
    QCOMPARE(hint(), u"Succeeded on retry. No action needed."_s);
}

void BadDayTest::recoversByItself()
{
    m_simulator->addFault(busy(3, "0"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_COMPARE(problems()->rowCount(), 1);
    QTRY_VERIFY(isReady());
    QCOMPARE(problems()->rowCount(), 1);
    QVERIFY(hint().startsWith(u"Succeeded on retry"));
}

void BadDayTest::tellsHowOftenItTried()
{
    m_simulator->addFault(busy(Fault::Forever, "0"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    QCOMPARE(problems()->rowCount(), 1);
    QVERIFY2(hint().contains(u"after 3 retries"), qPrintable(hint()));
    QVERIFY(m_fixture->session().buckets().rowCount() > 0);
}

void BadDayTest::hasOneProblemThoughTheRetryIsNoPage()
{
    m_simulator->addFault(busy(1, "0"));
    Fault noPage = busy(1, "0");
    noPage.status = 200;
    noPage.body = R"({"results": 5})";
    m_simulator->addFault(noPage);
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    QCOMPARE(problems()->rowCount(), 1);
    QVERIFY2(hint().startsWith(u"Retry. If the problem continues"), qPrintable(hint()));
}

void BadDayTest::hasOneProblemThoughTheRetryCannotSignIn()
{
    m_simulator->addFault(busy(1, "1"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_COMPARE(problems()->rowCount(), 1);
    m_simulator->expireTokens();
    Fault noToken = busy(Fault::Forever, "0");
    noToken.pathPrefix = u"/api/oauth/token"_s;
    m_simulator->addFault(noToken);
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    QCOMPARE(problems()->rowCount(), 1);
    QVERIFY2(!hint().startsWith(u"Waiting"), qPrintable(hint()));
}

void BadDayTest::stopEndsTheWait()
{
    m_simulator->addFault(busy(1, "60"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(noticeText().contains(u"Retrying in"));
    QTest::keyClick(m_fixture->window(), Qt::Key_Escape);
    QTRY_VERIFY(isReady());
    QVERIFY(noticeText().isEmpty());
    QCOMPARE(hint(), u"Stopped before the retry."_s);
}

void BadDayTest::refreshEndsTheWait()
{
    m_simulator->addFault(busy(1, "60"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(noticeText().contains(u"Retrying in"));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(isReady());
    QCOMPARE(problems()->rowCount(), 1);
}

void BadDayTest::comesBackWithTheServer()
{
    const auto port = static_cast<quint16>(m_simulator->baseUrl().port());
    m_simulator->close();
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_COMPARE(m_fixture->session().pager().state(), BucketPager::State::Failed);
    QVERIFY(m_fixture->session().buckets().rowCount() > 0);
    QVERIFY(m_fixture->session().buckets().isStale());
    // The projects may be waiting for their last retry yet, and that comes first.
    QTRY_VERIFY(noticeText().contains(u"could not be loaded"));
    QVERIFY(m_simulator->listen(port));
    QVERIFY(click(m_fixture->window(), u"Refresh"_s));
    QTRY_VERIFY(isReady());
    QVERIFY(!m_fixture->session().buckets().isStale());
    QVERIFY(noticeText().isEmpty());
}

QTEST_MAIN(BadDayTest)
#include "tst_badday.moc"
