// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/budgetshare.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using State = BucketPager::State;

namespace sample = atlassim::sample;

namespace {

/// Longer than the user has to rest.
constexpr auto LongEnough = 250;

using Pages = QList<int>;

/// What happens to the second page, once.
Fault faultOfNext(int status, std::chrono::milliseconds latency)
{
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    fault.queryItem = u"pageNum=2"_s;
    fault.status = status;
    fault.latency = latency;
    return fault;
}

} // namespace

/// The page after the one on screen, fetched before it is asked for.
class PageAheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsThePageAtOnce();
    void leavesTheScreenAlone();
    void fetchesNothingWhileAPageLoads();
    void fetchesNothingAfterTheLastPage();
    void fetchesNoPageThatWasSeen();
    void goesOnWithTheCallUnderWay();
    void makesAllEffortOnceAsked();
    void saysNothingOfFailures();
    void readsAnOldPageAnew();
    void leavesOutAPageWithoutRows();
    void isDroppedByRefresh();
    void isDroppedByOtherOptions();
    void isDroppedByGoingElsewhere();
    void isDroppedByClosing();
    void stopEndsIt();
    void canBeTurnedOff();
    void leavesAskedPagesWhenTurnedOff();
    void takesATenthOfTheBudget();
    void waitsForItsShare();

private:
    BucketPager &pager() { return m_session->pager(); }
    QString firstId() const { return m_session->buckets().bucketAt(0).id.toHex(); }
    /// The ID of the first row of a page.
    QString idOn(int page) { return project().buckets[qsizetype(page - 1) * 100].id; }
    atlassim::Project &project()
    {
        return *m_simulator->world().project(QString(sample::AtlasCliE2e));
    }
    void open(int page = 1);
    void openAndFetch();
    void setFetchesAhead(bool fetches)
    {
        testsupport::choose(*m_session, [fetches](accounts::PreferenceValues &values) {
            values.fetchAhead = fetches;
        });
    }
    /// Opens the first page, and waits until the second is asked for, to which this happens.
    void openAndAsk(const Fault &fault);
    /// The pages asked for, in order.
    Pages asked() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};

void PageAheadTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    auto settings =
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    settings.values.fetchAhead = true;
    settings.retries.mostRetries = 1;
    settings.retries.afterServerError = 10ms;
    m_session = std::make_unique<Session>(settings);
}

void PageAheadTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

void PageAheadTest::open(int page)
{
    pager().open(*atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e)),
                 *atlas::PageNumber::from(page));
    QTRY_COMPARE(pager().state(), State::Ready);
}

void PageAheadTest::openAndFetch()
{
    open();
    QTRY_VERIFY(pager().ahead().hasFetched());
    QCOMPARE(asked(), Pages({1, 2}));
}

void PageAheadTest::openAndAsk(const Fault &fault)
{
    m_simulator->addFault(fault);
    open();
    QTRY_COMPARE(asked(), Pages({1, 2}));
}

Pages PageAheadTest::asked() const
{
    Pages pages;
    const auto seen = m_simulator->seenRequests();
    for (const auto &request : seen) {
        if (request.path.endsWith(u"/backup/exportBuckets"_s))
            pages.append(request.queryItem(u"pageNum"_s).toInt());
    }
    return pages;
}

void PageAheadTest::showsThePageAtOnce()
{
    openAndFetch();
    m_simulator->options().latency = 1h;
    QSignalSpy loaded(&pager(), &BucketPager::loaded);
    pager().goToNext();
    QCOMPARE(pager().state(), State::Ready);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(pager().page().value(), 2);
    QCOMPARE(pager().wantedPage().value(), 2);
    QCOMPARE(firstId(), idOn(2));
    QCOMPARE(pager().totalCount(), 2508);
    QTRY_COMPARE(asked(), Pages({1, 2, 3}));
}

void PageAheadTest::leavesTheScreenAlone()
{
    open();
    QSignalSpy changed(&pager(), &BucketPager::changed);
    QSignalSpy loaded(&pager(), &BucketPager::loaded);
    QSignalSpy reset(&m_session->shownTable(), &QAbstractItemModel::modelReset);
    QSignalSpy dataChanged(&m_session->shownTable(), &QAbstractItemModel::dataChanged);
    QSignalSpy busy(m_session.get(), &Session::busyChanged);
    project().buckets.resize(150); // The page fetched ahead knows of fewer, and has no next one.
    QTRY_VERIFY(pager().ahead().hasFetched());
    for (const QSignalSpy *spy : {&changed, &loaded, &reset, &dataChanged, &busy})
        QCOMPARE(spy->count(), 0);
    QCOMPARE(pager().totalCount(), 2508);
    QVERIFY(pager().hasNext());
    QCOMPARE(firstId(), idOn(1));
    pager().goToNext();
    QCOMPARE(pager().totalCount(), 150);
    QVERIFY(!pager().hasNext());
}

void PageAheadTest::fetchesNothingWhileAPageLoads()
{
    open();
    m_simulator->options().latency = 1h;
    pager().goToNext();
    QTRY_COMPARE(asked(), Pages({1, 2}));
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({1, 2}));
    QVERIFY(pager().isLoading());
}

void PageAheadTest::fetchesNothingAfterTheLastPage()
{
    open(26);
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({26}));
}

void PageAheadTest::fetchesNoPageThatWasSeen()
{
    openAndFetch();
    pager().goToNext();
    pager().goToPrevious();
    QCOMPARE(firstId(), idOn(1));
    QTRY_COMPARE(pager().state(), State::Ready);
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({1, 2, 1}));
}

void PageAheadTest::goesOnWithTheCallUnderWay()
{
    openAndAsk(faultOfNext(Fault::AnswerNormally, 300ms));
    pager().goToNext();
    QVERIFY(pager().isLoading());
    QCOMPARE(firstId(), idOn(1));
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(firstId(), idOn(2));
    QCOMPARE(asked(), Pages({1, 2}));
}

/// What the user waits for is tried again if it fails; what is fetched ahead is not.
void PageAheadTest::makesAllEffortOnceAsked()
{
    openAndAsk(faultOfNext(503, 300ms));
    pager().goToNext();
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(firstId(), idOn(2));
    QCOMPARE(asked(), Pages({1, 2, 2}));
}

void PageAheadTest::saysNothingOfFailures()
{
    m_simulator->addFault(faultOfNext(503, 0ms));
    open();
    QSignalSpy exchanges(&m_session->exchangeLog(), &QAbstractItemModel::rowsInserted);
    QTRY_COMPARE(exchanges.count(), 1);
    QTest::qWait(LongEnough); // For another try, which does not come.
    QCOMPARE(asked(), Pages({1, 2}));
    QCOMPARE(pager().state(), State::Ready);
    QCOMPARE(m_session->problemLog().rowCount(), 0);
    QVERIFY(!m_session->hasFailed());
    QVERIFY(!m_session->buckets().isStale());
    pager().goToNext();
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(firstId(), idOn(2));
    QCOMPARE(m_session->problemLog().rowCount(), 0);
}

void PageAheadTest::readsAnOldPageAnew()
{
    openAndFetch();
    pager().ahead().setFreshness(0ms);
    pager().goToNext();
    QVERIFY(pager().isLoading());
    QCOMPARE(firstId(), idOn(2));
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(asked(), Pages({1, 2, 2}));
}

void PageAheadTest::leavesOutAPageWithoutRows()
{
    open();
    project().buckets.resize(100);
    QSignalSpy exchanges(&m_session->exchangeLog(), &QAbstractItemModel::rowsInserted);
    QTRY_COMPARE(exchanges.count(), 1);
    QVERIFY(!pager().ahead().hasFetched());
    QVERIFY(pager().hasNext());
    QVERIFY(!pager().missingPage());
    pager().goToNext();
    QTRY_COMPARE(pager().missingPage(), atlas::PageNumber::from(2));
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(pager().page().value(), 1);
}

void PageAheadTest::isDroppedByRefresh()
{
    openAndFetch();
    pager().refresh();
    QVERIFY(!pager().ahead().hasFetched());
    QTRY_COMPARE(pager().state(), State::Ready);
    QTRY_VERIFY(pager().ahead().hasFetched());
    QCOMPARE(asked(), Pages({1, 2, 1, 2}));
}

void PageAheadTest::isDroppedByOtherOptions()
{
    openAndFetch();
    BucketPager::Options options = pager().options();
    options.includeCount = false;
    pager().setOptions(options);
    QVERIFY(!pager().ahead().hasFetched());
    QTRY_COMPARE(pager().state(), State::Ready);
    QTRY_VERIFY(pager().ahead().hasFetched());
    pager().goToNext();
    QCOMPARE(pager().state(), State::Ready);
    QVERIFY(!pager().totalCount());
    QCOMPARE(asked(), Pages({1, 2, 1, 2}));
}

void PageAheadTest::isDroppedByGoingElsewhere()
{
    openAndAsk(faultOfNext(Fault::AnswerNormally, 1h));
    pager().goTo(*atlas::PageNumber::from(10));
    QTRY_VERIFY(pager().ahead().hasFetched());
    QCOMPARE(asked(), Pages({1, 2, 10, 11}));
    pager().goTo(*atlas::PageNumber::from(12));
    QVERIFY(!pager().ahead().hasFetched());
    QVERIFY(pager().isLoading());
}

void PageAheadTest::isDroppedByClosing()
{
    openAndFetch();
    pager().close();
    QVERIFY(!pager().ahead().hasFetched());
    open();
    pager().close();
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({1, 2, 1}));
}

void PageAheadTest::stopEndsIt()
{
    openAndAsk(faultOfNext(Fault::AnswerNormally, 300ms));
    QVERIFY(!m_session->isBusy()); // The user waits for nothing.
    QSignalSpy answered(m_simulator.get(), &Simulator::requestAnswered);
    m_session->stop();
    QTest::qWait(400); // For the answer, which nobody wants.
    QCOMPARE(answered.count(), 0);
    QVERIFY(!pager().ahead().hasFetched());
    pager().goToNext();
    QVERIFY(pager().isLoading());
    QTRY_COMPARE(pager().state(), State::Ready);
    const Pages pages = asked();
    QCOMPARE(pages.first(3), Pages({1, 2, 2}));
}

void PageAheadTest::canBeTurnedOff()
{
    setFetchesAhead(false);
    open();
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({1}));
    setFetchesAhead(true);
    QTRY_VERIFY(pager().ahead().hasFetched());
    setFetchesAhead(false);
    QVERIFY(!pager().ahead().hasFetched());
    pager().goToNext();
    QVERIFY(pager().isLoading());
}

void PageAheadTest::leavesAskedPagesWhenTurnedOff()
{
    openAndAsk(faultOfNext(Fault::AnswerNormally, 300ms));
    pager().goToNext();
    setFetchesAhead(false);
    QTRY_COMPARE(pager().state(), State::Ready);
    QCOMPARE(firstId(), idOn(2));
}

void PageAheadTest::takesATenthOfTheBudget()
{
    net::Client client(
        testsupport::clientSettings(m_simulator->baseUrl(), testsupport::serviceAccount()));
    buckets::BudgetShare share(client);
    const auto target = atlas::listExportBuckets({}, {}).target;
    const int calls = client.rateOf(target).capacity / buckets::BudgetShare::Part;
    QCOMPARE(calls, 120);
    for (int call = 0; call < calls; ++call)
        QCOMPARE(share.take(target), 0ms);
    QVERIFY(share.take(target) > 0ms);
    // Every limit has a share of its own.
    QCOMPARE(share.take(atlas::listProjects({}).target), 0ms);
}

void PageAheadTest::waitsForItsShare()
{
    m_simulator->options().rateCapacity = 10; // One of them may be used ahead, and one in 1.2 s.
    openAndFetch();
    pager().goToNext();
    QCOMPARE(pager().page().value(), 2);
    QTest::qWait(LongEnough);
    QCOMPARE(asked(), Pages({1, 2}));
    QTRY_COMPARE(asked(), Pages({1, 2, 3}));
}

QTEST_GUILESS_MAIN(PageAheadTest)
#include "tst_pageahead.moc"
