// SPDX-License-Identifier: Apache-2.0
#include "insight/health/unread.h"

#include "insight/health/findingwords.h"
#include "insight/health/projectview.h"
#include "insight/health/wanted.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

template<class T>
void addIfUnread(QList<UnreadPart> &parts, QLatin1StringView what, const Part<T> &part,
                 const std::optional<atlas::ClusterName> &cluster = std::nullopt)
{
    if (!part.isWhole())
        parts.append({what, cluster, part.error, part.completeness});
}

void addUnreadRegions(QList<UnreadPart> &parts, const ProjectFacts &facts, const Wanted &needed)
{
    for (const atlas::BucketId bucket : needed.regions) {
        const auto failed = facts.unreadRegions.constFind(bucket);
        if (failed != facts.unreadRegions.constEnd() && *failed) {
            parts.append({part::Buckets, {}, *failed, {}});
            return;
        }
    }
}

} // namespace

QList<UnreadPart> unreadPartsOf(const ProjectFacts &facts, const QDateTime &now)
{
    const ProjectView project(facts, now);
    const Wanted needed = neededOf(project);
    QList<UnreadPart> parts;
    addIfUnread(parts, part::Buckets, facts.buckets);
    addIfUnread(parts, part::Clusters, facts.clusters);
    for (const ClusterView &cluster : project.clusters()) {
        if (!cluster.isScheduleKnown)
            addIfUnread(parts, part::Schedule, cluster.facts->schedule, cluster.name());
        if (project.needsJobs(cluster) && !cluster.areJobsKnown)
            addIfUnread(parts, part::Jobs, cluster.facts->jobs, cluster.name());
    }
    if (needed.roles)
        addIfUnread(parts, part::Roles, facts.roles);
    addUnreadRegions(parts, facts, needed);
    if (needed.alerts)
        addIfUnread(parts, part::Alerts, facts.alerts);
    return parts;
}

atlas::Wording reasonOf(buckets::Completeness completeness)
{
    using buckets::Gap;
    if (completeness.lacks(Gap::Stopped))
        return findingWords(QT_TRANSLATE_NOOP("insight::Finding", "loading was stopped"));
    if (completeness.lacks(Gap::Failed))
        return findingWords(QT_TRANSLATE_NOOP("insight::Finding", "loading failed"));
    if (completeness.lacks(Gap::Shifting))
        return findingWords(
            QT_TRANSLATE_NOOP("insight::Finding", "the list kept changing while it was loaded"));
    if (completeness.lacks(Gap::LeftOut))
        return findingWords(QT_TRANSLATE_NOOP(
            "insight::Finding", "Atlas returned entries that Bucketscope does not understand"));
    return findingWords(QT_TRANSLATE_NOOP("insight::Finding", "not loaded yet"));
}

} // namespace insight
