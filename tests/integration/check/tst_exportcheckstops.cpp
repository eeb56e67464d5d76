// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/check/exportchecktest.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using insight::ExportCheck;
using insight::Finding;
using insight::FindingCode;

/// What the check of exports stands: stops, limits, a network that goes, users who look elsewhere.
class ExportCheckStopsTest : public ExportCheckTest
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForJobsThatMayNotBeSeen();
    void holdsUpNobodyForARateLimit();
    void stopsAndResumes();
    void stopsWhenNobodyIsReached_data();
    void stopsWhenNobodyIsReached();
    void keepsOldFindingsUntilThereAreNewOnes();
    void goesOnWhereTheUserLooksElsewhere();
    void startsByItselfIfTheUserWants();
    void tellsHowFarItHasCome();
    void fillsAllPlaces();
};

/// Once a project; all that needs no jobs is checked.
void ExportCheckStopsTest::asksOnceForJobsThatMayNotBeSeen()
{
    begin(worldOf(3, 5, 2), testsupport::viewer());
    check();
    QCOMPARE(callsTo(u"/backup/exports"_s), 3);
    QCOMPARE(callsTo(u"/backup/schedule"_s), 15);
    QCOMPARE(session().problemLog().rowCount(), 3);
    const QList<Finding> &found = exports().findings();
    QCOMPARE(std::count_if(found.begin(), found.end(),
                           [](const Finding &one) { return one.code == FindingCode::NotRead; }),
             3);
}

void ExportCheckStopsTest::holdsUpNobodyForARateLimit()
{
    begin(worldOf(40, 2, 1), testsupport::serviceAccount(), net::RetryPolicy());
    Fault fault = Fault::atlasError(429, u"RATE_LIMITED"_s, u"Too Many Requests"_s, {});
    fault.headers = {{"Retry-After", "3"}};
    // More than there are places for calls.
    constexpr int limited = 30;
    for (int i = 0; i < limited; ++i) {
        fault.pathPrefix = Groups + project(i) + u"/clusters"_s;
        simulator().addFault(fault);
    }
    exports().start();
    QTRY_VERIFY_WITH_TIMEOUT(
        exports().progress().done == 40 - limited && exports().progress().isWaiting, LongEnough);
    QCOMPARE(exports().state(), ExportCheck::State::Checking);
    QVERIFY(exports().progress().callsLeft > 0);
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    const QList<Finding> &found = exports().findings();
    QVERIFY(std::none_of(found.begin(), found.end(),
                         [](const Finding &one) { return one.code == FindingCode::NotRead; }));
}

void ExportCheckStopsTest::stopsAndResumes()
{
    begin(worldOf(30, 3, 1));
    check();
    const QStringList all = linesOf(exports().findings());
    const QMap<QString, int> allCalls = calls();
    begin(worldOf(30, 3, 1));
    simulator().options().latency = 20ms;
    exports().start();
    QTRY_VERIFY_WITH_TIMEOUT(exports().progress().done >= 5, LongEnough);
    session().stop();
    QCOMPARE(exports().state(), ExportCheck::State::Stopped);
    QVERIFY(!session().isBusy());
    QVERIFY(!exports().stopReason());
    const int done = exports().progress().done;
    QVERIFY(done < 30);
    QVERIFY(!exports().findings().isEmpty());
    QTest::qWait(100); // Nothing is sent any more.
    const auto sent = simulator().seenRequests().size();
    QTest::qWait(100);
    QCOMPARE(simulator().seenRequests().size(), sent);

    exports().resume();
    QVERIFY(session().isBusy());
    QCOMPARE(exports().progress().done, done);
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    QCOMPARE(linesOf(exports().findings()), all);
    // Those that were on their way are sent once more.
    const QMap<QString, int> seen = calls();
    for (auto kind = seen.cbegin(); kind != seen.cend(); ++kind) {
        QVERIFY2(kind.value() <= allCalls.value(kind.key()) + buckets::limits::CallsAtATime,
                 qPrintable(kind.key()));
    }
}

void ExportCheckStopsTest::stopsWhenNobodyIsReached_data()
{
    QTest::addColumn<bool>("isInSweep");
    QTest::newRow("while it reads buckets") << true;
    QTest::newRow("while it reads the rest") << false;
}

void ExportCheckStopsTest::stopsWhenNobodyIsReached()
{
    QFETCH(const bool, isInSweep);
    begin(worldOf(30, 3, 1));
    check();
    const QStringList all = linesOf(exports().findings());
    begin(worldOf(30, 3, 1));
    simulator().options().latency = 20ms;
    exports().start();
    const auto isTime = [this, isInSweep] {
        return isInSweep ? session().inventory().allProjects().tally().read > 0
                         : exports().progress().done >= 5;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTime(), LongEnough);
    const quint16 port = quint16(simulator().baseUrl().port());
    endServer();
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Stopped, LongEnough);
    QVERIFY(exports().stopReason());
    QCOMPARE(exports().stopReason()->kind, atlas::ApiError::Kind::Transport);
    QVERIFY(session().hasFailed());
    QVERIFY2(session().problemLog().rowCount() < 60,
             qPrintable(QString::number(session().problemLog().rowCount())));

    startServer(worldOf(30, 3, 1), port);
    session().retry();
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    QVERIFY(!exports().stopReason());
    QStringList more = linesOf(exports().findings());
    more.removeIf([&all](const QString &line) { return all.contains(line); });
    QCOMPARE(more.join(u'\n'), QString());
    QCOMPARE(linesOf(exports().findings()), all);
}

void ExportCheckStopsTest::keepsOldFindingsUntilThereAreNewOnes()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    begin(atlassim::World::troubled(now));
    check();
    const QStringList found = linesOf(exports().findings());
    session().inventory().openAll();
    simulator().options().latency = 5ms;
    simulator().clearSeenRequests();
    const auto least = std::make_shared<QStringList>(found);
    connect(&exports(), &ExportCheck::changed, this, [this, least] {
        const QStringList current = linesOf(exports().findings());
        if (current.size() < least->size())
            *least = current;
    });
    session().refresh();
    QCOMPARE(exports().state(), ExportCheck::State::Checking);
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    QCOMPARE(*least, found);
    QCOMPARE(linesOf(exports().findings()), found);
    QCOMPARE(callsTo(u"/backup/exportBuckets"_s), simulator().world().projects.size());
}

/// Neither another project on screen nor a bucket that is selected ends the check.
void ExportCheckStopsTest::goesOnWhereTheUserLooksElsewhere()
{
    begin(worldOf(12, 3, 1));
    simulator().options().latency = 10ms;
    session().inventory().openAll();
    exports().start();
    QTRY_VERIFY(session().inventory().tally().read > 2);
    session().inventory().hide();
    QTRY_VERIFY(exports().progress().done > 2);
    buckets::BucketStore &store = session().inventory().buckets();
    for (int row = 0; row < store.rowCount(); ++row) {
        session().inspector().setBucket(store.projectAt(row), store.bucketAt(row));
        QTest::qWait(5);
    }
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Checked, LongEnough);
    QCOMPARE(exports().progress().done, 12);
    QVERIFY(!foundUnread());
}

void ExportCheckStopsTest::startsByItselfIfTheUserWants()
{
    begin(worldOf(3, 1, 1));
    session().inventory().openAll();
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    QCOMPARE(exports().state(), ExportCheck::State::Unchecked);

    begin(worldOf(3, 1, 1));
    testsupport::choose(session(), [](auto &values) { values.checkExports = true; });
    session().inventory().openAll();
    QTRY_COMPARE(exports().state(), ExportCheck::State::Checked);
    QCOMPARE(callsTo(u"/backup/exportBuckets"_s), 3);
}

void ExportCheckStopsTest::tellsHowFarItHasCome()
{
    begin(worldOf(30, 4, 1));
    simulator().options().latency = 50ms;
    struct Told
    {
        int done = 0;
        int estimates = 0;
    };
    const auto told = std::make_shared<Told>();
    connect(&exports(), &ExportCheck::changed, this, [this, told] {
        const insight::CheckProgress progress = exports().progress();
        QVERIFY(progress.done >= told->done);
        QVERIFY(progress.done <= progress.projects);
        told->done = progress.done;
        if (progress.done >= 5 && progress.done <= 25) {
            // 30 x (1 + 1 + 4 + 4 + 1 + 1), and regions.
            const int total = progress.callsMade + progress.callsLeft;
            QVERIFY2(total > 200 && total < 600, qPrintable(QString::number(total)));
            QVERIFY(progress.left > 0s);
            ++told->estimates;
        }
    });
    check();
    QVERIFY(told->estimates > 0);
    const insight::CheckProgress end = exports().progress();
    QCOMPARE(end.projects, 30);
    QCOMPARE(end.done, 30);
    QCOMPARE(end.callsLeft, 0);
    QVERIFY(end.callsMade >= 30 * 11);
}

/// All but the one that is kept for a person, each for a project, while none is answered.
void ExportCheckStopsTest::fillsAllPlaces()
{
    begin(worldOf(40, 6, 1));
    session().inventory().openAll();
    QTRY_COMPARE_WITH_TIMEOUT(session().inventory().state(), buckets::Inventory::State::Ready,
                              LongEnough);
    simulator().options().latency = 60s;
    simulator().clearSeenRequests();
    exports().start();
    QTRY_COMPARE_WITH_TIMEOUT(simulator().seenRequests().size(), buckets::limits::CallsAtATime - 1,
                              LongEnough);
    exports().stop();
}

QTEST_GUILESS_MAIN(ExportCheckStopsTest)
#include "tst_exportcheckstops.moc"
