// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/check/exportchecktest.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using atlassim::Fault;
using insight::ExportCheck;
using insight::Finding;
using insight::FindingCode;
using insight::Need;

namespace {

/// A kind of call, what is read by it, and how a finding calls that when it is missing.
struct CallKind
{
    QString path{};
    Need need = Need::Buckets;
    QString name{};
    /// Not all may read it, and that is no finding.
    bool mayBeForbidden = false;
};

QList<CallKind> callKinds()
{
    return {{u"backup/exportBuckets"_s, Need::Buckets, u"export buckets"_s},
            {u"backup/exportBuckets/ID"_s, Need::Regions, u"regions of "_s},
            {u"clusters"_s, Need::Clusters, u"clusters"_s},
            {u"clusters/NAME/backup/schedule"_s, Need::Schedules, u"backup schedules of "_s},
            {u"clusters/NAME/backup/exports"_s, Need::Jobs, u"export jobs of "_s},
            {u"cloudProviderAccess"_s, Need::Roles, u"roles"_s},
            {u"alertConfigs"_s, Need::Alerts, u"alert settings"_s},
            {u"backup/AWS/privateEndpoints"_s, Need::Endpoints, u"private endpoints"_s, true}};
}

/// In which ways a call fails.
std::array<Fault, 3> faultsOfCalls()
{
    Fault cut;
    cut.status = 200;
    cut.body = "{\"results\": [], \"totalCount\": 0}";
    cut.delivery = atlassim::Delivery::CutShort;
    return {Fault::atlasError(403, u"USER_UNAUTHORIZED"_s, u"Forbidden"_s, u"Not you."_s),
            Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Internal Server Error"_s, u"Sorry."_s),
            cut};
}

/// What was found of one project.
QList<Finding> foundOf(const QString &project, const QList<Finding> &findings)
{
    QList<Finding> found;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                 [&project](const Finding &one) { return one.project.toHex() == project; });
    return found;
}

bool isClaimedIn(const QList<Finding> &findings, const Finding &finding)
{
    return std::any_of(findings.begin(), findings.end(), [&finding](const Finding &one) {
        return one.code == finding.code && one.severity == finding.severity
            && one.cluster == finding.cluster && one.bucket == finding.bucket
            && one.since == finding.since && one.project == finding.project;
    });
}

} // namespace
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
    void fillsAllPlaces();
    void claimsNothingUnknown();
    void claimsNothingOfProjectsThatAreNotListed();

private:
    QList<QStringList> callsByProject() const;
    void compareWith(const QList<Finding> &whole, const Fault &fault);
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

/// Each call of each project fails once, and it alone of all that are for its project: what is
/// found of a project depends on no other. Those of many projects fail in one check, some of each
/// kind, in one way or another.
void ExportCheckStopsTest::claimsNothingUnknown()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    begin(atlassim::World::troubled(now), testsupport::owner());
    check();
    const QList<Finding> whole = exports().findings();
    const QList<QStringList> projects = callsByProject();
    qsizetype rounds = 0;
    for (const QStringList &paths : projects)
        rounds = std::max(rounds, paths.size());
    QSet<std::pair<QString, std::size_t>> tried;
    for (qsizetype round = 0; round < rounds; ++round) {
        // What was read before would not be read again.
        begin(atlassim::World::troubled(now), testsupport::owner());
        QMap<QString, Fault> failing;
        for (qsizetype i = 0; i < projects.size(); ++i) {
            const qsizetype turn = (round + i) % rounds;
            if (turn >= projects[i].size())
                continue;
            const auto way = std::size_t(round % 3);
            Fault fault = faultsOfCalls()[way];
            fault.pathPrefix = projects[i][turn];
            fault.wholePath = true;
            fault.times = Fault::Forever;
            simulator().addFault(fault);
            failing.insert(fault.pathPrefix, fault);
            tried.insert({kindOf(fault.pathPrefix), way});
        }
        check();
        for (const Fault &fault : std::as_const(failing)) {
            compareWith(whole, fault);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QCOMPARE(tried.size(), callKinds().size() * 3);
}

/// The paths that were asked for, by project; each project begins with another kind.
QList<QStringList> ExportCheckStopsTest::callsByProject() const
{
    QMap<QString, QStringList> paths;
    const auto seen = simulator().seenRequests();
    for (const atlassim::SeenRequest &request : seen) {
        const QString project = request.path.mid(Groups.size()).section(u'/', 0, 0);
        if (request.path.startsWith(Groups) && !paths[project].contains(request.path))
            paths[project].append(request.path);
    }
    for (QStringList &all : paths)
        all.sort();
    // One project alone has private endpoints; they are to fail in all ways, too.
    for (QStringList &all : paths) {
        const QStringList few = all.filter(u"/privateEndpoints"_s);
        all += few + few;
    }
    return paths.values();
}

/// Of the project whose call alone has failed, what needs no such call is found as in the `whole`
/// check, nothing else is, and what is missing is said once.
void ExportCheckStopsTest::compareWith(const QList<Finding> &whole, const Fault &fault)
{
    const QString &failed = fault.pathPrefix;
    const QString project = failed.mid(Groups.size()).section(u'/', 0, 0);
    const QList<CallKind> kinds = callKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&failed](const CallKind &one) {
        return kindOf(failed) == Groups + u"ID/"_s + one.path;
    });
    QVERIFY2(kind != kinds.end(), qPrintable(kindOf(failed)));
    const QList<Finding> before = foundOf(project, whole);
    const QList<Finding> found = foundOf(project, exports().findings());
    QStringList unread;
    for (const Finding &finding : found) {
        if (finding.code == FindingCode::NotRead)
            unread.append(finding.message.toString());
        else
            QVERIFY2(isClaimedIn(before, finding),
                     qPrintable(QString(failed + u": "_s + finding.message.toString())));
    }
    for (const Finding &finding : before) {
        // What all projects together show, other failures hide.
        const insight::Rule &rule = insight::ruleOf(finding.code);
        const bool needsIt = rule.findInAll || rule.needs.testFlag(kind->need);
        QVERIFY2(needsIt || isClaimedIn(found, finding),
                 qPrintable(QString(failed + u" hides: "_s + finding.message.toString())));
    }
    if (kind->mayBeForbidden && fault.status == 403)
        return;
    QVERIFY2(unread.size() == 1, qPrintable(failed));
    QVERIFY2(unread.constFirst().contains(kind->name),
             qPrintable(QString(failed + u": "_s + unread.constFirst())));
    // Whoever may not see the jobs of one cluster is not asked about the others.
    if (kind->need == Need::Schedules || (kind->need == Need::Jobs && fault.status != 403)) {
        const QString cluster = failed.section(u"/clusters/"_s, 1).section(u'/', 0, 0);
        QVERIFY2(unread.constFirst().contains(cluster), qPrintable(unread.constFirst()));
    }
}

/// Where not even the list of projects comes, nothing is claimed at all.
void ExportCheckStopsTest::claimsNothingOfProjectsThatAreNotListed()
{
    begin(atlassim::World::troubled(QDateTime::currentDateTimeUtc()), testsupport::owner());
    Fault fault;
    fault.pathPrefix = u"/api/atlas/v2/groups"_s;
    fault.wholePath = true;
    fault.times = Fault::Forever;
    simulator().addFault(fault);
    exports().start();
    QTRY_COMPARE_WITH_TIMEOUT(exports().state(), ExportCheck::State::Stopped, LongEnough);
    QVERIFY(exports().stopReason());
    QVERIFY(exports().findings().isEmpty());
}

QTEST_GUILESS_MAIN(ExportCheckStopsTest)
#include "tst_exportcheckstops.moc"
