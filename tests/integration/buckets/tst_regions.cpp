// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QTest>
#include <QTimer>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::RegionReader;
using models::BucketTableModel;

namespace sample = atlassim::sample;

namespace {

const auto BucketsPath = u"/backup/exportBuckets/"_s;

QList<int> rows(int first, int count)
{
    QList<int> list(count);
    std::iota(list.begin(), list.end(), first);
    return list;
}

} // namespace

/// The regions of the rows in view, read in the background.
class RegionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsTheRowsInViewOnly();
    void readsNoRowTwice();
    void readsNothingWhileTheViewMoves();
    void readsWhileRowsCome();
    void keepsToTwoCallsAtATime();
    void takesATenthOfTheBudget();
    void canBeTurnedOff();
    void givesWayToFailures();
    void skipsBucketsThatAreGone();
    void readsOnlyWhatHasARegion();
    void readsASelectedBucketWithAllEffort();

private:
    void open(QLatin1StringView project);
    void view(const QList<int> &inView);
    QString region(int row) const;
    void setReadsRegions(bool reads)
    {
        testsupport::choose(*m_session, [reads](accounts::PreferenceValues &values) {
            values.readRegions = reads;
        });
    }
    int known(const QList<int> &inView) const;
    QStringList asked() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};

void RegionsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    auto settings =
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    settings.retries.mostRetries = 1;
    settings.retries.afterServerError = 10ms;
    m_session = std::make_unique<Session>(settings);
}

void RegionsTest::cleanup()
{
    m_session.reset();
    m_simulator.reset();
}

void RegionsTest::open(QLatin1StringView project)
{
    m_session->pager().open(*atlas::ProjectId::fromHex(QString(project)));
    QTRY_COMPARE(m_session->pager().state(), buckets::BucketPager::State::Ready);
    m_simulator->clearSeenRequests();
}

void RegionsTest::view(const QList<int> &inView)
{
    m_session->regions().setRowsInView(m_session->buckets(), inView);
}

QString RegionsTest::region(int row) const
{
    return m_session->shownTable()
        .index(row, static_cast<int>(BucketTableModel::Column::Region))
        .data()
        .toString();
}

int RegionsTest::known(const QList<int> &inView) const
{
    return static_cast<int>(std::count_if(inView.begin(), inView.end(), [this](int row) {
        return !m_session->buckets().lacksRegion(row);
    }));
}

QStringList RegionsTest::asked() const
{
    QStringList ids;
    const auto seen = m_simulator->seenRequests();
    for (const auto &request : seen) {
        if (request.path.contains(BucketsPath))
            ids.append(request.path.section(u'/', -1));
    }
    return ids;
}

void RegionsTest::readsTheRowsInViewOnly()
{
    open(sample::DataWarehouse);
    QCOMPARE(region(10), u"Not loaded"_s);
    view(rows(10, 20));
    QCOMPARE(region(10), u"…"_s);
    QCOMPARE(region(40), u"Not loaded"_s);
    QTRY_COMPARE(known(rows(10, 20)), 20);
    QCOMPARE(known(rows(0, 100)), 20);
    const QStringList ids = asked();
    QCOMPARE(ids.size(), 20);
    QCOMPARE(ids.constFirst(), m_session->buckets().idAt(10).toHex());
}

void RegionsTest::readsNoRowTwice()
{
    open(sample::DataWarehouse);
    view(rows(0, 10));
    QTRY_COMPARE(known(rows(0, 10)), 10);
    m_session->pager().goToNext();
    QTRY_COMPARE(m_session->pager().page().value(), 2);
    QTRY_VERIFY(!m_session->pager().isLoading());
    m_session->pager().goToPrevious();
    QTRY_VERIFY(!m_session->pager().isLoading());
    QCOMPARE(known(rows(0, 10)), 10);
    view(rows(0, 12));
    QTRY_COMPARE(known(rows(0, 12)), 12);
    QStringList ids = asked();
    ids.removeDuplicates();
    QCOMPARE(ids.size(), asked().size());
}

void RegionsTest::readsNothingWhileTheViewMoves()
{
    open(sample::DataWarehouse);
    for (int first = 0; first < 80; ++first) {
        view(rows(first, 20));
        QCoreApplication::processEvents();
    }
    QVERIFY(asked().isEmpty());
    QTRY_COMPARE(known(rows(79, 20)), 20);
    QCOMPARE(asked().size(), 20);
}

/// That the same buckets are in view is told again and again while others come.
void RegionsTest::readsWhileRowsCome()
{
    open(sample::DataWarehouse);
    QTimer coming;
    connect(&coming, &QTimer::timeout, this, [this] { view(rows(0, 5)); });
    coming.start(1ms);
    QTRY_COMPARE(known(rows(0, 5)), 5);
}

void RegionsTest::keepsToTwoCallsAtATime()
{
    open(sample::DataWarehouse);
    m_simulator->options().latency = 1h;
    view(rows(0, 20));
    QTRY_COMPARE(asked().size(), RegionReader::CallsAtATime);
    QTest::qWait(100); // For more, which do not come.
    QCOMPARE(asked().size(), RegionReader::CallsAtATime);
}

void RegionsTest::takesATenthOfTheBudget()
{
    m_simulator->options().rateCapacity = 100;
    open(sample::DataWarehouse);
    view(rows(0, 30));
    QTRY_COMPARE(known(rows(0, 30)), 10);
    QTest::qWait(200); // For more, which do not come until the budget is refilled.
    QCOMPARE(asked().size(), 10);
    QCOMPARE(region(15), u"…"_s);
}

void RegionsTest::canBeTurnedOff()
{
    open(sample::DataWarehouse);
    setReadsRegions(false);
    view(rows(0, 20));
    QTest::qWait(250); // Longer than a view has to be still.
    QVERIFY(asked().isEmpty());
    QCOMPARE(region(0), u"Not loaded"_s);
    setReadsRegions(true);
    QTRY_COMPARE(known(rows(0, 20)), 20);
}

void RegionsTest::givesWayToFailures()
{
    open(sample::DataWarehouse);
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/"_s.arg(sample::DataWarehouse);
    fault.status = 503;
    fault.times = Fault::Forever;
    m_simulator->addFault(fault);
    view(rows(0, 20));
    QTRY_COMPARE(region(0), u"Not loaded"_s);
    QCOMPARE(m_session->problemLog().rowCount(), 0);
    QVERIFY(asked().size() <= RegionReader::CallsAtATime);
    m_simulator->clearFaults();
    m_session->pager().refresh();
    QTRY_COMPARE(known(rows(0, 20)), 20);
}

void RegionsTest::skipsBucketsThatAreGone()
{
    open(sample::DataWarehouse);
    m_simulator->world().project(QString(sample::DataWarehouse))->buckets.removeFirst();
    view(rows(0, 5));
    QTRY_COMPARE(known(rows(0, 5)), 4);
    QCOMPARE(region(0), u"Not loaded"_s);
    QCOMPARE(m_session->problemLog().rowCount(), 0);
}

void RegionsTest::readsOnlyWhatHasARegion()
{
    open(sample::PaymentsProd);
    view(rows(0, 3)); // One bucket each of AWS, Azure and Google Cloud.
    QTRY_VERIFY(!m_session->buckets().lacksRegion(0));
    QCOMPARE(asked().size(), 1);
}

/// What the user waits for is tried again if it fails; what is read in the background is not.
void RegionsTest::readsASelectedBucketWithAllEffort()
{
    open(sample::DataWarehouse);
    const QString bucket = m_session->buckets().idAt(0).toHex();
    Fault fault;
    fault.pathPrefix =
        u"/api/atlas/v2/groups/%1/backup/exportBuckets/%2"_s.arg(sample::DataWarehouse, bucket);
    fault.status = 503;
    fault.latency = 500ms; // The inspector waits for the selection to rest.
    m_simulator->addFault(fault);
    view(rows(0, 1));
    QTRY_COMPARE(asked(), QStringList{bucket});
    m_session->inspector().setBucket(*m_session->pager().project(),
                                     m_session->buckets().bucketAt(0));
    QTRY_VERIFY(!m_session->buckets().lacksRegion(0));
    QCOMPARE(asked(), QStringList({bucket, bucket}));
}

QTEST_GUILESS_MAIN(RegionsTest)
#include "tst_regions.moc"
