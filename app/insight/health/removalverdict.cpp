// SPDX-License-Identifier: Apache-2.0
#include "insight/health/removalverdict.h"

#include "base/texts/timetext.h"
#include "buckets/usage/lastexport.h"
#include "insight/health/projectview.h"
#include "insight/health/sharedbuckets.h"

#include <QCoreApplication>

#include <algorithm>

namespace insight {

namespace {

/// How far back exports count.
constexpr int DaysOfExports = 400;

atlas::Wording verdictWords(const char *text, const std::vector<atlas::Wording> &values = {})
{
    return {"insight::RemovalVerdict", text, values};
}

atlas::Wording countedVerdictWords(const char *text, int count)
{
    return atlas::Wording::counted("insight::RemovalVerdict", text, count);
}

/// Collects the reasons, what counts most first.
class Reasons
{
public:
    Reasons(const ProjectView &project, atlas::BucketId bucket)
        : m_project(project), m_bucket(bucket)
    { }

    void addExporters()
    {
        for (const ClusterView *cluster : m_project.exportersTo(m_bucket))
            add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                  "Auto export of cluster %1 goes to this bucket."),
                {nameOf(*cluster)});
    }

    void addUnknownSchedules()
    {
        if (!m_project.facts().clusters.isWhole())
            add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                  "Not all clusters of this project could be loaded."));
        for (const ClusterView &cluster : m_project.clusters()) {
            if (!cluster.isScheduleKnown)
                add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                      "The backup schedule of cluster %1 could not be loaded."),
                    {nameOf(cluster)});
        }
    }

    void addLeftOvers()
    {
        using Use = atlas::BackupSchedule::Use;
        for (const ClusterView &cluster : m_project.clusters()) {
            if (cluster.schedule && cluster.schedule->useOf(m_bucket) == Use::LeftOver)
                add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                      "The bucket is still set in the backup schedule of cluster "
                                      "%1, with auto export off. You may have to remove it from "
                                      "the schedule first."),
                    {nameOf(cluster)});
        }
    }

    void addJobs()
    {
        for (const ClusterView &cluster : m_project.clusters()) {
            if (!cluster.schedule)
                continue;
            if (!cluster.areJobsKnown)
                add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                      "The export jobs of cluster %1 could not be loaded."),
                    {nameOf(cluster)});
            else
                addJobsOf(cluster);
        }
    }

    void addOtherRegistrations(const Facts &facts, const atlas::ExportBucket &bucket)
    {
        int here = 0;
        int elsewhereUnknown = 0;
        const QString place = bucketPlace(bucket);
        for (const ProjectFacts &project : facts.projects) {
            const bool isHere = project.project.id == m_project.facts().project.id;
            const int count = registrationsIn(project, bucket, place);
            if (isHere)
                here = count;
            else if (count > 0)
                add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                      "The same bucket is also registered in project %1. That "
                                      "registration stays."),
                    {project.project.name});
            elsewhereUnknown += !isHere && !project.buckets.isWhole() ? 1 : 0;
        }
        if (here > 0)
            m_all.append(countedVerdictWords(
                QT_TRANSLATE_N_NOOP("insight::RemovalVerdict",
                                    "The same bucket is registered %Ln more time(s) in this "
                                    "project. Other registrations stay."),
                here));
        if (elsewhereUnknown > 0)
            m_all.append(countedVerdictWords(
                QT_TRANSLATE_N_NOOP("insight::RemovalVerdict",
                                    "The export buckets of %Ln other project(s) could not be "
                                    "loaded, so it may be registered there, too."),
                elsewhereUnknown));
        if (!facts.areAllProjectsKnown)
            add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                  "Other projects were not checked, so it may be registered there, "
                                  "too."));
    }

    void add(const char *text, const std::vector<atlas::Wording> &values = {})
    {
        m_all.append(verdictWords(text, values));
    }

    const QList<atlas::Wording> &all() const { return m_all; }

private:
    static atlas::Wording nameOf(const ClusterView &cluster) { return cluster.name().toString(); }

    void addJobsOf(const ClusterView &cluster)
    {
        const ExportTale tale = cluster.tales.value(m_bucket);
        if (!tale.waiting.isEmpty())
            add(QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                  "An export of cluster %1 to this bucket has not ended yet."),
                {nameOf(cluster)});
        const atlas::ExportJob *newest = tale.worked ? tale.worked : tale.newest;
        if (!newest)
            return;
        const QDateTime ended = buckets::endOf(*newest);
        if (ended.addDays(DaysOfExports) < m_project.now())
            return;
        add(tale.worked ? QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                            "Cluster %1 last exported to this bucket on %2.")
                        : QT_TRANSLATE_NOOP("insight::RemovalVerdict",
                                            "Cluster %1 last tried to export to this bucket on %2, "
                                            "without success."),
            {nameOf(cluster), base::longDateText(ended.toLocalTime().date())});
    }

    /// But the one in question.
    int registrationsIn(const ProjectFacts &project, const atlas::ExportBucket &bucket,
                        const QString &place) const
    {
        const auto &all = project.buckets.value;
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [&](const atlas::ExportBucket &other) {
                return other.id != m_bucket && !place.isEmpty()
                    && other.texts[atlas::BucketField::Name]
                    == bucket.texts[atlas::BucketField::Name]
                    && bucketPlace(other) == place;
            }));
    }

    const ProjectView &m_project;
    atlas::BucketId m_bucket;
    QList<atlas::Wording> m_all;
};

RemovalVerdict verdictIn(const ProjectView &project, const atlas::ExportBucket &bucket,
                         const Facts &facts)
{
    using Answer = RemovalVerdict::Answer;
    Reasons reasons(project, bucket.id);
    RemovalVerdict verdict;
    if (!project.exportersTo(bucket.id).isEmpty()) {
        verdict.answer = Answer::No;
        verdict.headline = verdictWords(QT_TRANSLATE_NOOP(
            "insight::RemovalVerdict", "This bucket cannot be removed: auto export goes to it."));
    } else if (!project.areSchedulesKnown()) {
        verdict.answer = Answer::Unknown;
        verdict.headline = verdictWords(QT_TRANSLATE_NOOP(
            "insight::RemovalVerdict",
            "Whether this bucket can be removed is not known: a cluster may export to it."));
    } else {
        verdict.answer = Answer::Yes;
        verdict.headline = verdictWords(QT_TRANSLATE_NOOP(
            "insight::RemovalVerdict",
            "This bucket can be removed: no auto export goes to it. Its files stay."));
    }
    reasons.addExporters();
    reasons.addUnknownSchedules();
    reasons.addLeftOvers();
    reasons.addJobs();
    reasons.addOtherRegistrations(facts, bucket);
    verdict.reasons = reasons.all();
    return verdict;
}

} // namespace

RemovalVerdict removalVerdictOf(atlas::BucketId bucket, atlas::ProjectId project,
                                const Facts &facts)
{
    const auto known =
        std::find_if(facts.projects.begin(), facts.projects.end(),
                     [project](const ProjectFacts &one) { return one.project.id == project; });
    if (known != facts.projects.end()) {
        const ProjectView view(*known, facts.now);
        if (const atlas::ExportBucket *registered = view.bucket(bucket))
            return verdictIn(view, *registered, facts);
    }
    return {RemovalVerdict::Answer::Unknown,
            verdictWords(QT_TRANSLATE_NOOP(
                "insight::RemovalVerdict",
                "Whether this bucket can be removed is not known: check exports first.")),
            {}};
}

} // namespace insight
