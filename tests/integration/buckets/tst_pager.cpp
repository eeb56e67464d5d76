// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/pagestatus.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using State = BucketPager::State;

namespace {

atlas::ProjectId projectId(QLatin1StringView hex)
{
    return *atlas::ProjectId::fromHex(QString(hex));
}

atlas::PageNumber page(int number)
{
    return *atlas::PageNumber::from(number);
}

const auto EndToEnd = projectId(atlassim::sample::AtlasCliE2e);
const auto Payments = projectId(atlassim::sample::PaymentsProd);
const auto Empty = projectId(atlassim::sample::Sandbox);

} // namespace

/// The pager and its model, against the simulator in this process.
class PagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void turnsPagesWithATotal();
    void turnsPagesWithoutATotal();
    void followsTheLinkBeforeTheCount();
    void knowsAFullPageWithoutLinks();
    void showsAnEmptyProject();
    void goesToTheLastPageThatIsThere();
    void staysWhenTheNextPageIsGone();
    void stepsBackWhenTheRowsAreGone();
    void keepsRowsAfterAFailure();
    void retriesThePageThatFailed();
    void showsACachedPageAtOnce();
    void dropsStaleAnswers();
    void canBeStopped();
    void keepsTheFirstRowWhenTheSizeChanges();
    void asksForEverythingAsTheSettingsSay();

private:
    BucketPager &pager() { return m_session->pager(); }
    QString firstId() const { return m_session->buckets().bucketAt(0).id.toHex(); }
    void open(atlas::ProjectId project, int number = 1);
    void setOptions(int itemsPerPage, bool includeCount = true);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QAbstractItemModelTester> m_bucketTester;
};

void PagerTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_session = std::make_unique<Session>(
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    m_bucketTester =
        std::make_unique<QAbstractItemModelTester>(&m_session->shownTable(), Mode::QtTest);
}

void PagerTest::cleanup()
{
    m_bucketTester.reset();
    m_session.reset();
    m_simulator.reset();
}

void PagerTest::open(atlas::ProjectId project, int number)
{
    pager().open(project, page(number));
    QCOMPARE(insight::pageStatus(pager()), u"Loading…"_s);
    QTRY_VERIFY(!pager().isLoading());
}

void PagerTest::setOptions(int itemsPerPage, bool includeCount)
{
    pager().setOptions({*atlas::ItemsPerPage::from(itemsPerPage), includeCount});
    QTRY_VERIFY(!pager().isLoading());
}

void PagerTest::turnsPagesWithATotal()
{
    open(EndToEnd);
    QCOMPARE(pager().state(), State::Ready);
    QCOMPARE(pager().totalCount(), 2508);
    QCOMPARE(pager().pageCount(), 26);
    QVERIFY(pager().hasNext());
    QVERIFY(!pager().hasPrevious());
    const QString firstOfAll = firstId();
    pager().goToNext();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().page(), page(2));
    QVERIFY(firstId() != firstOfAll);
    pager().goToLast();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(m_session->buckets().rowCount(), 8);
    QVERIFY(!pager().hasNext());
    QVERIFY(!pager().canGoToLast());
    pager().goToPrevious();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().page(), page(25));
    pager().goToFirst();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(firstId(), firstOfAll);
}

void PagerTest::turnsPagesWithoutATotal()
{
    setOptions(500, false);
    open(EndToEnd, 5);
    QVERIFY(!pager().totalCount());
    QVERIFY(pager().hasNext());
    QVERIFY(!pager().canGoToLast());
    pager().goToNext();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(m_session->buckets().rowCount(), 8);
    QVERIFY(!pager().hasNext());
}

void PagerTest::followsTheLinkBeforeTheCount()
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    fault.status = 200;
    fault.body = R"({"links":[{"rel":"next","href":"x"}],"totalCount":1,"results":[
        {"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"a","cloudProvider":"AWS"}]})";
    m_simulator->addFault(fault);
    open(Payments);
    QVERIFY(pager().hasNext());
}

void PagerTest::knowsAFullPageWithoutLinks()
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    fault.status = 200;
    fault.times = 3;
    fault.body = R"({"results":[
        {"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"a","cloudProvider":"AWS"}]})";
    m_simulator->addFault(fault);
    setOptions(1);
    open(Payments);
    QVERIFY(pager().hasNext());
    setOptions(2);
    QVERIFY(!pager().hasNext());
}

void PagerTest::showsAnEmptyProject()
{
    open(Empty);
    QCOMPARE(pager().state(), State::Ready);
    QVERIFY(!pager().hasNext());
    QVERIFY(!pager().canGoToLast());
    QCOMPARE(pager().pageCount(), 1);
}

void PagerTest::goesToTheLastPageThatIsThere()
{
    open(EndToEnd, 9999);
    QCOMPARE(pager().page(), page(26));
    QCOMPARE(pager().missingPage(), page(9999));
    QCOMPARE(pager().state(), State::Ready);
}

void PagerTest::staysWhenTheNextPageIsGone()
{
    setOptions(500, false);
    open(EndToEnd, 5);
    m_simulator->world().projects[3].buckets.resize(2500);
    QVERIFY(pager().hasNext());
    pager().goToNext();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().page(), page(5));
    QCOMPARE(m_session->buckets().rowCount(), 500);
    QCOMPARE(pager().missingPage(), page(6));
    QVERIFY(!pager().hasNext());
}

void PagerTest::stepsBackWhenTheRowsAreGone()
{
    setOptions(500, false);
    open(EndToEnd, 5);
    m_simulator->world().projects[3].buckets.resize(1100);
    pager().refresh();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().page(), page(3));
    QCOMPARE(m_session->buckets().rowCount(), 100);
    QCOMPARE(pager().missingPage(), page(5));
}

void PagerTest::keepsRowsAfterAFailure()
{
    open(EndToEnd);
    const QString first = firstId();
    m_simulator->addFault(Fault::atlasError(503, u"X"_s, u"Service Unavailable"_s, u"later"_s));
    QSignalSpy failed(&pager(), &BucketPager::failed);
    pager().goToNext();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(pager().state(), State::Failed);
    QCOMPARE(firstId(), first);
    QVERIFY(m_session->buckets().isStale());
    QCOMPARE(pager().page(), page(1));
    QCOMPARE(pager().wantedPage(), page(2));
    QCOMPARE(m_session->problemLog().rowCount(), 1);
}

void PagerTest::retriesThePageThatFailed()
{
    keepsRowsAfterAFailure();
    m_session->retry();
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().state(), State::Ready);
    QCOMPARE(pager().page(), page(2));
    QVERIFY(!m_session->buckets().isStale());
}

void PagerTest::showsACachedPageAtOnce()
{
    open(EndToEnd);
    const QString first = firstId();
    pager().goToNext();
    QTRY_VERIFY(!pager().isLoading());
    pager().goToPrevious();
    QCOMPARE(firstId(), first);
    QCOMPARE(pager().page(), page(1));
    QVERIFY(pager().isLoading());
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(firstId(), first);
}

void PagerTest::dropsStaleAnswers()
{
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::milliseconds(100)));
    pager().open(EndToEnd);
    pager().open(Empty);
    QTRY_VERIFY(!pager().isLoading());
    QCOMPARE(pager().project(), Empty);
    QCOMPARE(insight::pageStatus(pager()), u"No export buckets"_s);
    QCOMPARE(m_session->buckets().rowCount(), 0);
}

void PagerTest::canBeStopped()
{
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::hours(1)));
    pager().open(Payments);
    QTRY_COMPARE(m_simulator->seenRequests().size(), 2);
    QVERIFY(m_session->isBusy());
    m_session->stop();
    QCOMPARE(pager().state(), State::Idle);
    QVERIFY(!m_session->isBusy());
    pager().refresh();
    QTRY_COMPARE(m_session->buckets().rowCount(), 31);
}

void PagerTest::keepsTheFirstRowWhenTheSizeChanges()
{
    open(EndToEnd, 11); // rows 1,001 to 1,100
    setOptions(500);
    QCOMPARE(pager().page(), page(3)); // rows 1,001 to 1,500
    setOptions(100);
    QCOMPARE(pager().page(), page(11));
}

/// Whoever asks; and what is on screen is read anew, once.
void PagerTest::asksForEverythingAsTheSettingsSay()
{
    open(EndToEnd);
    m_simulator->clearSeenRequests();
    testsupport::choose(*m_session, [](accounts::PreferenceValues &values) {
        values.apiVersion = *atlas::ApiVersion::fromString(u"2024-05-30");
        values.envelope = true;
        values.prettyPrint = true;
        values.itemsPerPage = *atlas::ItemsPerPage::from(10);
    });
    QCOMPARE(pager().callOptions().envelope, false); // Of what is still on screen.
    QTRY_VERIFY(!m_session->isBusy());
    QCOMPARE(m_simulator->seenRequests().size(), 1);
    QCOMPARE(pager().callOptions(), m_session->callOptions());
    m_session->projects().refresh();
    m_session->inspector().setBucket(EndToEnd, m_session->buckets().bucketAt(0));
    // The page, the projects, the bucket, its role and what uses it.
    QTRY_VERIFY(m_simulator->seenRequests().size() > 4 && !m_session->isBusy());
    const auto seen = m_simulator->seenRequests();
    for (const atlassim::SeenRequest &request : seen) {
        QCOMPARE(request.accept, QByteArray("application/vnd.atlas.2024-05-30+json"));
        QCOMPARE(request.queryItem(u"envelope"_s), u"true"_s);
        QCOMPARE(request.queryItem(u"pretty"_s), u"true"_s);
    }
}

QTEST_GUILESS_MAIN(PagerTest)
#include "tst_pager.moc"
