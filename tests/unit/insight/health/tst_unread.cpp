// SPDX-License-Identifier: Apache-2.0
#include "findingcases.h"
#include "insight/health/rules.h"
#include "insight/health/wanted.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace healthfacts;
using buckets::Completeness;
using buckets::Gap;
using insight::ClusterFacts;
using insight::Finding;
using insight::FindingCode;
using insight::Need;
using insight::Part;
using insight::ProjectFacts;
using insight::Wanted;

namespace {

using Change = std::function<void(ProjectFacts &)>;

/// How a part comes to be less than whole.
struct Fault
{
    const char *name = nullptr;
    Completeness completeness{};
    std::optional<atlas::ApiError> error{};
    /// Whether what was read before stays.
    bool keepsValue = false;
};

QList<Fault> faults()
{
    return {
        {"refused", Completeness::lacking(Gap::Failed),
         error(403, u"ACCESS_FORBIDDEN"_s, atlas::Role::ProjectBackupManager), false},
        {"broken on the second page", Completeness::lacking(Gap::Failed),
         error(500, u"UNEXPECTED_ERROR"_s), true},
        {"not begun", {}, {}, false},
        {"stopped", Completeness::lacking(Gap::Stopped), {}, true},
        {"shifting", Completeness::lacking(Gap::Shifting), {}, true},
        {"left out", Completeness::lacking(Gap::LeftOut), {}, true},
    };
}

template<class T>
void spoil(Part<T> &part, const Fault &fault)
{
    if (!fault.keepsValue)
        part.value = T();
    part.completeness = fault.completeness;
    part.error = fault.error;
}

/// Half of a list comes before it breaks.
template<class T>
void spoilList(Part<QList<T>> &part, const Fault &fault)
{
    part.value = part.value.first(part.value.size() / 2);
    spoil(part, fault);
}

/// One part of a project, and what needs it.
struct Target
{
    const char *name = nullptr;
    Need need{};
    std::function<void(ProjectFacts &, const Fault &)> spoilIn;
};

QList<Target> targets()
{
    return {
        {"buckets", Need::Buckets,
         [](ProjectFacts &facts, const Fault &fault) {
             spoilList(facts.buckets, fault);
         }},
        {"clusters", Need::Clusters,
         [](ProjectFacts &facts, const Fault &fault) {
             spoilList(facts.clusters, fault);
         }},
        {"schedule", Need::Schedules,
         [](ProjectFacts &facts, const Fault &fault) {
             if (!facts.clusters.value.isEmpty())
                 spoil(facts.clusters.value.last().schedule, fault);
         }},
        {"jobs", Need::Jobs,
         [](ProjectFacts &facts, const Fault &fault) {
             if (!facts.clusters.value.isEmpty())
                 spoilList(facts.clusters.value.last().jobs, fault);
         }},
        {"roles", Need::Roles,
         [](ProjectFacts &facts, const Fault &fault) {
             spoil(facts.roles, fault);
         }},
        {"alerts", Need::Alerts,
         [](ProjectFacts &facts, const Fault &fault) {
             spoilList(facts.alerts, fault);
         }},
        {"endpoints", Need::Endpoints,
         [](ProjectFacts &facts, const Fault &fault) {
             spoilList(facts.endpoints, fault);
         }},
        {"regions", Need::Regions,
         [](ProjectFacts &facts, const Fault &fault) {
             for (atlas::ExportBucket &bucket : facts.buckets.value) {
                 bucket.text(atlas::BucketField::Region).reset();
                 if (fault.error)
                     facts.unreadRegions.insert(bucket.id, *fault.error);
             }
         }},
    };
}

/// The name of a bucket may not be known.
bool isIn(const Finding &finding, const QList<Finding> &all)
{
    return std::any_of(all.begin(), all.end(), [&finding](const Finding &one) {
        return one.code == finding.code && one.severity == finding.severity
            && one.cluster == finding.cluster && one.bucket == finding.bucket
            && one.since == finding.since;
    });
}

/// What was read of a project before anything was.
ProjectFacts unread(const ProjectFacts &facts)
{
    ProjectFacts fresh;
    fresh.project = facts.project;
    fresh.buckets = facts.buckets;
    for (atlas::ExportBucket &bucket : fresh.buckets.value)
        bucket.text(atlas::BucketField::Region).reset();
    return fresh;
}

/// Reads what is wanted of `facts` into `soFar`, as a check does.
void readInto(ProjectFacts &soFar, const ProjectFacts &facts, const Wanted &wanted)
{
    if (wanted.clusters) {
        soFar.clusters = facts.clusters;
        for (ClusterFacts &cluster : soFar.clusters.value) {
            cluster.schedule = {};
            cluster.jobs = {};
        }
    }
    if (wanted.roles)
        soFar.roles = facts.roles;
    if (wanted.alerts)
        soFar.alerts = facts.alerts;
    if (wanted.endpoints)
        soFar.endpoints = facts.endpoints;
    for (qsizetype i = 0; i < soFar.clusters.value.size(); ++i) {
        ClusterFacts &cluster = soFar.clusters.value[i];
        if (wanted.schedules.contains(cluster.cluster.name))
            cluster.schedule = facts.clusters.value[i].schedule;
        if (wanted.jobs.contains(cluster.cluster.name))
            cluster.jobs = facts.clusters.value[i].jobs;
    }
    for (qsizetype i = 0; i < soFar.buckets.value.size(); ++i) {
        atlas::ExportBucket &bucket = soFar.buckets.value[i];
        if (wanted.regions.contains(bucket.id))
            bucket.text(atlas::BucketField::Region) =
                facts.buckets.value[i].text(atlas::BucketField::Region);
    }
}

} // namespace

Q_DECLARE_METATYPE(insight::ProjectFacts)

/// With whatever was not read, no rule claims what it cannot know, and what is missing is said.
/// What no rule needs is not wanted.
class UnreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsNothing_data();
    void claimsNothing();
    void needsAreTrue();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
    void saysOnceThatEndpointsAreForbidden();
    void readsStepByStep_data();
    void readsStepByStep();
    void wantsNothingAgain();
    void wantsNoMore_data();
    void wantsNoMore();
};

void UnreadTest::claimsNothing_data()
{
    QTest::addColumn<ProjectFacts>("facts");
    const QList<FindingCase> cases = exportCases() + placeCases();
    for (const FindingCase &one : cases)
        QTest::newRow(one.name) << one.facts;
}

/// All faults of all parts: what is found is found with all read, too, or says that it was not.
void UnreadTest::claimsNothing()
{
    QFETCH(const ProjectFacts, facts);
    const QList<Finding> all = insight::findingsOf(facts, now());
    const QList<Target> parts = targets();
    for (const Target &target : parts) {
        for (const Fault &fault : faults()) {
            ProjectFacts spoiled = facts;
            target.spoilIn(spoiled, fault);
            const QList<Finding> found = insight::findingsOf(spoiled, now());
            bool isSaid = false;
            for (const Finding &finding : found) {
                isSaid = isSaid || finding.code == FindingCode::NotRead;
                QVERIFY2(finding.code == FindingCode::NotRead || isIn(finding, all),
                         qPrintable(QString::fromLatin1(target.name) + u' '
                                    + QString::fromLatin1(fault.name) + u": "_s
                                    + finding.message.toString()));
            }
            const bool isForbidden =
                target.need == Need::Endpoints && fault.error && fault.error->status == 403;
            QVERIFY2(isSaid || isForbidden || shortly(found) == shortly(all), target.name);
        }
    }
}

/// A rule says of itself what it goes by: without a part that it does not need, it finds the same.
void UnreadTest::needsAreTrue()
{
    const QList<FindingCase> cases = exportCases() + placeCases();
    for (const FindingCase &one : cases) {
        for (const Target &target : targets()) {
            ProjectFacts spoiled = one.facts;
            target.spoilIn(spoiled, faults().constFirst());
            const QList<Finding> all = insight::findingsOf(one.facts, now());
            const QList<Finding> found = insight::findingsOf(spoiled, now());
            for (const insight::Rule &rule : insight::rules) {
                if (rule.code == FindingCode::NotRead || rule.needs.testFlag(target.need))
                    continue;
                const QList<Finding> before = only(rule.code, all);
                const QList<Finding> after = only(rule.code, found);
                QCOMPARE(after.size(), before.size());
                for (const Finding &finding : after)
                    QVERIFY2(isIn(finding, before), one.name);
            }
        }
    }
}

void UnreadTest::namesWhatIsMissing_data()
{
    QTest::addColumn<ProjectFacts>("facts");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("nextStep");
    const QString begin = u"Findings may be missing, because these could not be loaded: "_s;
    const QString again =
        u"Check exports again. If the problem continues, see its hint under Problems in the window."_s;
    const QString ask = u"Ask a Project Owner to grant Project Backup Manager to this credential, "
                        "then check exports again."_s;
    const auto row = [&](const char *name, const QString &missing, const QString &nextStep,
                         const Change &change) {
        ProjectFacts facts = healthyProject();
        facts.clusters.value.append(
            cluster(u"fern"_s, schedule(bucketId(1)), {job(bucketId(1), "Successful", 1)}));
        change(facts);
        QTest::newRow(name) << facts << QString(begin + missing) << nextStep;
    };
    const auto refused = error(403, u"ACCESS_FORBIDDEN"_s, atlas::Role::ProjectBackupManager);
    row("buckets", u"export buckets (503 SERVICE_UNAVAILABLE)"_s, again, [](ProjectFacts &facts) {
        facts.buckets = {{}, {}, error(503, u"SERVICE_UNAVAILABLE"_s)};
    });
    row("one schedule", u"backup schedules of fern (500 UNEXPECTED_ERROR)"_s, again,
        [](ProjectFacts &facts) {
            facts.clusters.value[1].schedule = {{}, {}, error(500, u"UNEXPECTED_ERROR"_s)};
        });
    row("jobs of all", u"export jobs of reed, fern (requires the role Project Backup Manager)"_s,
        ask, [&refused](ProjectFacts &facts) {
            for (ClusterFacts &cluster : facts.clusters.value)
                cluster.jobs = {{}, {}, refused};
        });
    row("jobs of one, and roles",
        u"export jobs of fern (loading was stopped); roles (500 Refused)"_s, again,
        [](ProjectFacts &facts) {
            facts.clusters.value[1].jobs.completeness = Completeness::lacking(Gap::Stopped);
            facts.roles = {{}, {}, error(500, {})};
        });
    row("region", u"regions of acorn (404 EXPORT_BUCKET_NOT_FOUND)"_s, again,
        [](ProjectFacts &facts) {
            facts.buckets.value.first().text(atlas::BucketField::Region).reset();
            facts.unreadRegions.insert(bucketId(1), error(404, u"EXPORT_BUCKET_NOT_FOUND"_s));
        });
    row("a state", u"export jobs of fern (in the unknown state “Melted”)"_s, again,
        [](ProjectFacts &facts) {
            facts.clusters.value[1].jobs.value.prepend(job(bucketId(1), "Melted", 0.1));
        });
}

void UnreadTest::namesWhatIsMissing()
{
    QFETCH(const ProjectFacts, facts);
    const auto found = only(FindingCode::NotRead, insight::findingsOf(facts, now()));
    QCOMPARE(found.size(), 1);
    QTEST(found.constFirst().message.toString(), "message");
    QTEST(found.constFirst().nextStep.toString(), "nextStep");
}

void UnreadTest::saysOnceThatEndpointsAreForbidden()
{
    ProjectFacts forbidden = healthyProject();
    forbidden.endpoints = {{}, {}, error(401, u"USER_UNAUTHORIZED"_s, atlas::Role::ProjectOwner)};
    insight::Facts facts{{forbidden, forbidden}, true, now()};
    QVERIFY(!insight::noteOnEndpoints(facts));
    for (ProjectFacts &one : facts.projects)
        one.buckets.value.first().flag(atlas::BucketField::PrivateNetworking) = true;
    const auto note = insight::noteOnEndpoints(facts);
    QVERIFY(note && note->toString().contains(u"Project Owner"_s));
    QVERIFY(only(FindingCode::NotRead, insight::findingsIn(facts)).isEmpty());
}

void UnreadTest::readsStepByStep_data()
{
    claimsNothing_data();
}

/// Reading what is wanted, and nothing else, comes to an end, and finds what reading all does.
void UnreadTest::readsStepByStep()
{
    QFETCH(const ProjectFacts, facts);
    ProjectFacts soFar = unread(facts);
    int steps = 0;
    for (Wanted wanted = insight::wantedOf(soFar); !wanted.isNothing();
         wanted = insight::wantedOf(soFar)) {
        QVERIFY(++steps < 6);
        readInto(soFar, facts, wanted);
    }
    QCOMPARE(shortly(insight::findingsOf(soFar, now())),
             shortly(insight::findingsOf(facts, now())));
    QVERIFY(insight::findingsOf(soFar, now()) == insight::findingsOf(facts, now()));
}

void UnreadTest::wantsNothingAgain()
{
    for (const Target &target : targets()) {
        for (const Fault &fault : faults()) {
            ProjectFacts facts = healthyProject();
            facts.buckets.value.first().flag(atlas::BucketField::PrivateNetworking) = true;
            target.spoilIn(facts, fault);
            const bool isOpen = !fault.error
                && (fault.completeness.lacks(Gap::Unread) || fault.completeness.lacks(Gap::Stopped)
                    || target.need == Need::Regions);
            const bool wants = !insight::wantedOf(facts).isNothing();
            QVERIFY2(wants == (isOpen && target.need != Need::Buckets),
                     qPrintable(QString::fromLatin1(target.name) + u' '
                                + QString::fromLatin1(fault.name)));
        }
    }
}

void UnreadTest::wantsNoMore_data()
{
    QTest::addColumn<ProjectFacts>("facts");
    QTest::addColumn<Need>("need");
    const ProjectFacts healthy = healthyProject();
    ProjectFacts off = healthy;
    off.clusters.value.first().schedule.value->autoExportEnabled = false;
    QTest::newRow("no buckets: no roles") << project() << Need::Roles;
    ProjectFacts noBuckets = healthy;
    noBuckets.buckets.value.clear();
    QTest::newRow("no buckets: no jobs") << noBuckets << Need::Jobs;
    QTest::newRow("no export: no alerts") << off << Need::Alerts;
    QTest::newRow("no export: no regions") << off << Need::Regions;
    ProjectFacts onGoogle = healthy;
    onGoogle.clusters.value.first().cluster.regions = {{u"GCP"_s, u"EUROPE"_s}};
    QTest::newRow("not on AWS: no regions") << onGoogle << Need::Regions;
    QTest::newRow("not private: no endpoints") << healthy << Need::Endpoints;
    ProjectFacts withoutBackup = healthy;
    withoutBackup.clusters.value.first().cluster.backupEnabled = false;
    QTest::newRow("no backup: no schedule") << withoutBackup << Need::Schedules;
}

void UnreadTest::wantsNoMore()
{
    QFETCH(const ProjectFacts, facts);
    QFETCH(const Need, need);
    ProjectFacts soFar = facts;
    for (const Target &target : targets()) {
        if (target.need == need)
            target.spoilIn(soFar, {"not begun", {}, {}, false});
    }
    QVERIFY(insight::wantedOf(soFar).isNothing());
    QCOMPARE(shortly(insight::findingsOf(soFar, now())),
             shortly(insight::findingsOf(facts, now())));
}

QTEST_GUILESS_MAIN(UnreadTest)
#include "tst_unread.moc"
