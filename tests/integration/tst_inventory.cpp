// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "browse/inventorytext.h"
#include "session/session.h"
#include "support/testaccount.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using atlassim::ListShift;
using atlassim::Simulator;
using atlassim::World;
using browse::Inventory;

Q_DECLARE_METATYPE(atlassim::ListShift::Kind)

namespace {

const auto BucketsEnd = u"/backup/exportBuckets"_s;
constexpr int CallsAtATime = 6;

QString bucketsPath(const QString &project)
{
    return u"/api/atlas/v2/groups/"_s + project + BucketsEnd;
}

/// As often as it says, whatever page is asked for.
Fault failure(const QString &project, int status, int times)
{
    Fault fault;
    fault.pathPrefix = bucketsPath(project);
    fault.status = status;
    fault.times = times;
    return fault;
}

QSet<QString> idsOf(const atlassim::Project &project)
{
    QSet<QString> ids;
    for (const atlassim::Bucket &bucket : project.buckets)
        ids.insert(bucket.id);
    return ids;
}

} // namespace

/// All buckets of all projects, complete or saying what is missing.
class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void readsAllProjects();
    void readsAllPagesOfOneProject();
    void hasSixCallsUnderWay();
    void readsOnAfterARefusalInAnEnvelope();
    void losesNoRowWhileListsShift_data();
    void losesNoRowWhileListsShift();
    void saysWhenAListNeverStandsStill();
    void endsListsWithoutEnd();
    void listsProjectsThatFail();
    void isNotHeldUpByOneProject();
    void triesFailedProjectsAgain();
    void stopsAndGoesOn();
    void stopsBetweenAnAnswerAndItsReading();
    void stopsWhenNothingCanBeReached();
    void waitsWhileNothingCanBeReached();
    void saysWhenTheProjectsAreNotAllKnown();
    void readsAnewInPlace();
    void forgetsProjectsThatAreGone();
    void keepsWhatWasRead();
    void pausesWhileNobodyLooks();
    void closes();
    void readsAMillionBuckets();

private:
    void start(const World &world, const net::RetryPolicy &retries = net::RetryPolicy::none());
    Inventory &inventory() { return m_session->inventory(); }
    QString project(int index) const { return m_simulator->world().projects[index].id; }
    QString text() { return browse::inventoryText(inventory()); }
    QSet<QString> rows();
    int bucketCalls() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void InventoryTest::start(const World &world, const net::RetryPolicy &retries)
{
    m_simulator = std::make_unique<Simulator>(world);
    QVERIFY(m_simulator->listen());
    auto settings =
        testsupport::sessionSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    settings.retries = retries;
    m_session = std::make_unique<Session>(settings);
}

void InventoryTest::cleanup()
{
    m_tester.reset();
    m_session.reset();
    m_simulator.reset();
}

/// The IDs on screen, of which none is there twice.
QSet<QString> InventoryTest::rows()
{
    const browse::BucketTableModel &buckets = inventory().buckets();
    QSet<QString> ids;
    for (int row = 0; row < buckets.rowCount(); ++row)
        ids.insert(buckets.idAt(row).toHex());
    return ids.size() == buckets.rowCount() ? ids : QSet<QString>{u"doubled"_s};
}

int InventoryTest::bucketCalls() const
{
    const auto seen = m_simulator->seenRequests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [](const auto &request) {
        return request.path.endsWith(BucketsEnd);
    }));
}

void InventoryTest::readsAllProjects()
{
    start(World::withProjects(520, 3));
    inventory().openAll();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QSet<QString> expected;
    for (const atlassim::Project &project : m_simulator->world().projects)
        expected += idsOf(project);
    QCOMPARE(rows(), expected);
    QVERIFY(inventory().tally().isComplete());
    QCOMPARE(text(), u"1,560 bucket(s) in 520 project(s)"_s);
    QCOMPARE(bucketCalls(), 520);
    const int last = inventory().buckets().rowCount() - 1;
    const auto project =
        inventory().buckets().index(last, int(browse::BucketColumn::Project)).data().toString();
    QVERIFY(std::any_of(m_simulator->world().projects.begin(), m_simulator->world().projects.end(),
                        [&](const auto &known) { return known.name == project; }));
}

void InventoryTest::readsAllPagesOfOneProject()
{
    start(World::withProjects(2, 1'234));
    inventory().open(*atlas::ProjectId::fromHex(project(1)));
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows(), idsOf(m_simulator->world().projects[1]));
    QCOMPARE(text(), u"1,234 bucket(s)"_s);
    QCOMPARE(bucketCalls(), 6); // Three pages, in two passes.
}

void InventoryTest::hasSixCallsUnderWay()
{
    start(World::withProjects(20, 2));
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), browse::ProjectListModel::State::Ready);
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, 1h));
    m_simulator->options().latency = 1h;
    inventory().openAll();
    QTRY_COMPARE(bucketCalls(), CallsAtATime);
    QTest::qWait(50); // No further one comes.
    QCOMPARE(bucketCalls(), CallsAtATime);
}

/// A call is answered with status 200 twice then: it is signed and sent anew.
void InventoryTest::readsOnAfterARefusalInAnEnvelope()
{
    start(World::withProjects(20, 2));
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), browse::ProjectListModel::State::Ready);
    for (int i = 0; i < CallsAtATime; ++i) {
        Fault refused = failure(project(i), 200, 1);
        refused.body = R"({"status":401,"content":{"error":401,"errorCode":"UNAUTHORIZED"}})";
        m_simulator->addFault(refused);
    }
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 40);
    QCOMPARE(bucketCalls(), 20 + CallsAtATime);
}

void InventoryTest::losesNoRowWhileListsShift_data()
{
    QTest::addColumn<ListShift::Kind>("kind");
    QTest::newRow("rows come") << ListShift::Kind::InsertFirst;
    QTest::newRow("rows go") << ListShift::Kind::RemoveFirst;
    QTest::newRow("one goes, one comes") << ListShift::Kind::Swap;
}

void InventoryTest::losesNoRowWhileListsShift()
{
    QFETCH(const ListShift::Kind, kind);
    start(World::withProjects(3, 2'600));
    ListShift shift;
    shift.kind = kind;
    shift.times = 4;
    m_simulator->addShift(shift);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QSet<QString> expected;
    for (const atlassim::Project &project : m_simulator->world().projects)
        expected += idsOf(project);
    QCOMPARE(rows(), expected);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryTest::saysWhenAListNeverStandsStill()
{
    start(World::withProjects(1, 1'200));
    ListShift shift;
    shift.kind = ListShift::Kind::Swap;
    m_simulator->addShift(shift);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().shifting, 1);
    QVERIFY(!inventory().tally().isComplete());
    QVERIFY(text().endsWith(u", 1 project(s) changed during loading"_s));
    // What was there from the first to the last moment is here.
    QVERIFY(rows().size() >= 1'200);
}

void InventoryTest::endsListsWithoutEnd()
{
    start(World::withProjects(2, 3));
    Fault endless;
    endless.pathPrefix = bucketsPath(project(0));
    endless.status = 200;
    endless.times = Fault::Forever;
    endless.body =
        R"({"links":[{"rel":"next","href":"x"}],"results":[)"
        R"({"_id":"65f1a2b30000000000000001","bucketName":"abc","cloudProvider":"AWS"}]})";
    m_simulator->addFault(endless);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().buckets().rowCount(), 4);
}

void InventoryTest::listsProjectsThatFail()
{
    start(World::withProjects(250, 2));
    for (const int index : {3, 77})
        m_simulator->addFault(failure(project(index), index == 3 ? 403 : 404, Fault::Forever));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(text(), u"496 bucket(s) in 248 of 250 project(s), 2 project(s) not read"_s);
    QCOMPARE(m_session->problemLog().rowCount(), 2);
    QList<int> statuses;
    for (const browse::UnreadProject &unread : inventory().unreadProjects())
        statuses.append(unread.error.status);
    std::sort(statuses.begin(), statuses.end());
    QCOMPARE(statuses, (QList<int>{403, 404}));
    QVERIFY(m_session->hasFailed());
}

void InventoryTest::isNotHeldUpByOneProject()
{
    net::RetryPolicy patient;
    patient.afterTooManyRequests = 1h;
    patient.longestWait = 2h;
    start(World::withProjects(12, 5), patient);
    for (int index = 0; index < CallsAtATime + 1; ++index)
        m_simulator->addFault(failure(project(index), 429, Fault::Forever));
    inventory().openAll();
    QTRY_COMPARE(inventory().tally().read, 12 - CallsAtATime - 1);
    QCOMPARE(inventory().tally().delayed, CallsAtATime + 1);
    QCOMPARE(inventory().state(), Inventory::State::Reading);
    QVERIFY(browse::inventoryDelayText(inventory().tally()).contains(u" 7 project(s) "_s));
}

void InventoryTest::triesFailedProjectsAgain()
{
    net::RetryPolicy hasty;
    hasty.mostRetries = 2;
    hasty.afterServerError = 5ms;
    start(World::withProjects(5, 5), hasty);
    m_simulator->addFault(failure(project(0), 503, 2)); // The second retry brings it.
    m_simulator->addFault(failure(project(1), 503, 3));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().failed, 1);
    QCOMPARE(inventory().unreadProjects().constFirst().error.retries, 2);
    QCOMPARE(m_session->problemLog().rowCount(), 1);

    m_session->retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(inventory().tally().read, 5);
    QCOMPARE(rows().size(), 25);
    QVERIFY(!m_session->hasFailed());
}

void InventoryTest::stopsAndGoesOn()
{
    start(World::withProjects(20, 1'100));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read >= 5);
    inventory().stop();
    const qsizetype here = inventory().buckets().rowCount();
    const int read = inventory().tally().read;
    QCOMPARE(inventory().state(), Inventory::State::Stopped);
    QTest::qWait(50); // Nothing comes any more.
    QCOMPARE(inventory().buckets().rowCount(), here);

    m_simulator->clearSeenRequests();
    inventory().resume();
    QTRY_COMPARE_WITH_TIMEOUT(inventory().state(), Inventory::State::Ready, 60'000);
    QCOMPARE(rows().size(), 22'000);
    // Three pages in two passes each; what was under way is asked for once more, and no more.
    QVERIFY(bucketCalls() <= (20 - read) * 6);
}

void InventoryTest::stopsBetweenAnAnswerAndItsReading()
{
    start(World::withProjects(30, 3));
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), browse::ProjectListModel::State::Ready);
    // An answer is logged when it is whole, and read after what is queued by then.
    const auto &log = m_session->exchangeLog();
    connect(&log, &QAbstractItemModel::rowsInserted, &inventory(), [this, &log] {
        if (log.totalCount() % (CallsAtATime + 1) == 0)
            QMetaObject::invokeMethod(&inventory(), &Inventory::stop, Qt::QueuedConnection);
    });
    const auto stops = std::make_shared<int>(0);
    connect(&inventory(), &Inventory::changed, &inventory(), [this, stops] {
        if (inventory().state() != Inventory::State::Stopped)
            return;
        ++*stops;
        QMetaObject::invokeMethod(&inventory(), &Inventory::resume, Qt::QueuedConnection);
    });
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QVERIFY(*stops > 5);
    QCOMPARE(rows().size(), 90);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryTest::stopsWhenNothingCanBeReached()
{
    start(World::withProjects(40, 2));
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), browse::ProjectListModel::State::Ready);
    Fault dropped;
    dropped.pathPrefix = u"/api/atlas/v2/groups/"_s;
    dropped.times = Fault::Forever;
    dropped.delivery = atlassim::Delivery::Dropped;
    m_simulator->addFault(dropped);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Stopped);
    QVERIFY(inventory().stopReason());
    QVERIFY(m_session->problemLog().rowCount() <= CallsAtATime);

    m_simulator->clearFaults();
    m_session->retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 80);
    QVERIFY(inventory().tally().isComplete());
}

/// Not all projects are tried in vain: those that were find out when that changes.
void InventoryTest::waitsWhileNothingCanBeReached()
{
    net::RetryPolicy hasty;
    hasty.mostRetries = 2;
    hasty.afterTransportError = 20ms;
    start(World::withProjects(40, 2), hasty);
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().state(), browse::ProjectListModel::State::Ready);
    const qint64 before = m_session->exchangeLog().totalCount();
    const QUrl address = m_simulator->baseUrl();
    const World world = m_simulator->world();
    m_simulator.reset();
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Stopped);
    QVERIFY(inventory().stopReason());
    const qint64 tried = m_session->exchangeLog().totalCount() - before;
    // Some of the second six are on their way before the first six have failed.
    QVERIFY2(tried <= (2 * CallsAtATime - 1) * (1 + hasty.mostRetries),
             qPrintable(QString::number(tried)));

    m_simulator = std::make_unique<Simulator>(world);
    QVERIFY(m_simulator->listen(static_cast<quint16>(address.port())));
    m_session->retry();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QVERIFY(inventory().tally().isComplete());
}

void InventoryTest::saysWhenTheProjectsAreNotAllKnown()
{
    start(World::withProjects(510, 1));
    Fault second;
    second.pathPrefix = u"/api/atlas/v2/groups"_s;
    second.wholePath = true;
    second.queryItem = u"pageNum=2"_s;
    second.status = 500;
    m_simulator->addFault(second);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(text(), u"500 bucket(s) in 500 project(s), project list incomplete"_s);
    inventory().retry();
    QTRY_COMPARE(text(), u"510 bucket(s) in 510 project(s)"_s);
}

void InventoryTest::readsAnewInPlace()
{
    start(World::withProjects(4, 10));
    m_tester = std::make_unique<QAbstractItemModelTester>(
        &inventory().buckets(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    const QString gone = project(1);
    atlassim::Project *changed = m_simulator->world().project(gone);
    changed->buckets.removeFirst();
    changed->buckets.first().bucketName = u"renamed"_s;
    const QString renamed = changed->buckets.first().id;
    const QSignalSpy resets(&inventory().buckets(), &QAbstractItemModel::modelReset);

    m_session->refresh();
    QVERIFY(inventory().buckets().isStale());
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 39);
    const browse::BucketTableModel &buckets = inventory().buckets();
    QCOMPARE(buckets.bucketAt(buckets.rowOf(*atlas::BucketId::fromHex(renamed))).name(),
             u"renamed"_s);
    QCOMPARE(resets.size(), 0);
    QVERIFY(!buckets.isStale());
}

void InventoryTest::forgetsProjectsThatAreGone()
{
    start(World::withProjects(4, 10));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    const QSet<QString> gone = idsOf(m_simulator->world().projects.constFirst());
    m_simulator->world().projects.removeFirst();
    m_session->refresh();
    QTRY_COMPARE(text(), u"30 bucket(s) in 3 project(s)"_s);
    QVERIFY(!rows().intersects(gone));
}

void InventoryTest::keepsWhatWasRead()
{
    start(World::withProjects(10, 10));
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    inventory().hide();
    QVERIFY(!inventory().isShown());
    QCOMPARE(&m_session->shownBuckets(), &m_session->buckets());
    m_simulator->clearSeenRequests();
    inventory().openAll();
    QCOMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(m_session->shownBuckets().rowCount(), 100);

    // A project that has come meanwhile is read, and no other.
    atlassim::Project another = m_simulator->world().projects.constFirst();
    another.id = u"5f00000000000000000000ff"_s;
    another.buckets.resize(3);
    inventory().hide();
    m_simulator->world().projects.append(another);
    m_session->projects().refresh();
    QTRY_COMPARE(m_session->projects().rowCount(), 11);
    QCOMPARE(bucketCalls(), 0);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(bucketCalls(), 1);
    QCOMPARE(inventory().tally().read, 11);
}

void InventoryTest::pausesWhileNobodyLooks()
{
    start(World::withProjects(40, 5));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read > 3);
    inventory().hide();
    const int read = inventory().tally().read;
    QVERIFY(!inventory().isReading());
    QTest::qWait(50); // Nothing comes any more.
    QCOMPARE(inventory().tally().read, read);
    inventory().openAll();
    QTRY_COMPARE(inventory().state(), Inventory::State::Ready);
    QCOMPARE(rows().size(), 200);
}

void InventoryTest::closes()
{
    start(World::withProjects(40, 10));
    inventory().openAll();
    QTRY_VERIFY(inventory().tally().read > 3);
    inventory().close();
    QCOMPARE(inventory().buckets().rowCount(), 0);
    QCOMPARE(inventory().state(), Inventory::State::Closed);
    QTest::qWait(50); // Nothing of it comes any more.
    QCOMPARE(inventory().buckets().rowCount(), 0);
    inventory().openAll();
    QTRY_COMPARE(rows().size(), 400);
}

/// Without a simulator: what is wanted is that a million rows are kept and found.
void InventoryTest::readsAMillionBuckets()
{
    browse::BucketTableModel model;
    quint32 serial = 0;
    for (quint32 project = 1; project <= 250; ++project) {
        const auto id =
            *atlas::ProjectId::fromHex(u"5f00000000000000%1"_s.arg(project, 8, 16, QChar(u'0')));
        for (int page = 0; page < 8; ++page) {
            QList<atlas::ExportBucket> buckets;
            for (int i = 0; i < 500; ++i) {
                atlas::ExportBucket bucket;
                bucket.id = *atlas::BucketId::fromHex(
                    u"65f1a2b300000000%1"_s.arg(++serial, 8, 16, QChar(u'0')));
                bucket.text(atlas::BucketField::Name) = u"bucket-%1"_s.arg(serial % 5'000);
                bucket.text(atlas::BucketField::Provider) = u"GCP"_s;
                buckets.append(bucket);
            }
            QCOMPARE(model.addBuckets(id, buckets), 500);
        }
    }
    QCOMPARE(model.rowCount(), 1'000'000);
    const auto last =
        *atlas::BucketId::fromHex(u"65f1a2b3000000000%1"_s.arg(serial, 7, 16, QChar(u'0')));
    QCOMPARE(model.rowOf(last), 999'999);
    QCOMPARE(model.bucketAt(999'999).name(), u"bucket-0"_s);
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "tst_inventory.moc"
