// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/lastexport.h"

#include <algorithm>

namespace buckets {

namespace {

using JobKind = atlas::ExportJobState::Kind;

/// What the jobs of one cluster tell.
struct ClusterTale
{
    LastExport::Failure failure;
    int failures = 0;
    bool isStreakOver = false;
};

void addTo(ClusterTale &tale, const atlas::ExportJob &job)
{
    if (job.state.kind() == JobKind::Successful && !tale.failure.worked)
        tale.failure.worked = endOf(job);
    if (job.state.kind() == JobKind::Failed && !tale.isStreakOver) {
        if (++tale.failures == 1) {
            tale.failure.failed = endOf(job);
            tale.failure.reason = job.reason;
        }
        tale.failure.inARow = tale.failures;
    }
    tale.isStreakOver = tale.isStreakOver || job.state.kind() == JobKind::Successful
        || job.state.kind() == JobKind::Cancelled;
}

LastExport::State stateOf(const atlas::ExportJobState &newest)
{
    switch (newest.kind()) {
    case JobKind::Queued:
    case JobKind::InProgress:
        return LastExport::State::UnderWay;
    case JobKind::Successful:
        return LastExport::State::Worked;
    case JobKind::Failed:
        return LastExport::State::Failed;
    case JobKind::Cancelled:
        return LastExport::State::Cancelled;
    case JobKind::Unknown:
        return LastExport::State::Unknown;
    }
    Q_UNREACHABLE();
}

bool isWorse(const LastExport::Failure &one, const LastExport::Failure &other)
{
    if (one.worked != other.worked)
        return !one.worked || (other.worked && *one.worked < *other.worked);
    return one.inARow > other.inARow;
}

/// Whose job ended last; nothing if none has.
std::optional<atlas::ClusterName> lastToEnd(const QList<ClusterExportJob> &jobs)
{
    const auto ended = std::find_if(jobs.begin(), jobs.end(), [](const ClusterExportJob &job) {
        return job.job.state.isEnded();
    });
    return ended == jobs.end() ? std::nullopt : std::optional(ended->cluster);
}

} // namespace

QDateTime endOf(const atlas::ExportJob &job)
{
    return job.finished.value_or(job.created.value_or(job.id.createdAt()));
}

LastExport lastExportIn(const QList<ClusterExportJob> &jobs,
                        const std::function<bool(const atlas::ClusterName &)> &mayExport)
{
    LastExport told;
    if (jobs.isEmpty())
        return told;
    QHash<atlas::ClusterName, ClusterTale> tales;
    for (const ClusterExportJob &job : jobs) {
        addTo(tales[job.cluster], job.job);
        if (!told.worked && job.job.state.kind() == JobKind::Successful)
            told.worked = endOf(job.job);
    }
    const auto last = lastToEnd(jobs);
    for (auto it = tales.begin(); it != tales.end(); ++it) {
        it->failure.cluster = it.key();
        if (it->failures > 0 && (last == it.key() || mayExport(it.key())))
            told.failures.append(it->failure);
    }
    std::sort(told.failures.begin(), told.failures.end(), isWorse);
    told.clusters = static_cast<int>(tales.size());
    told.newest = jobs.constFirst().job.state;
    told.state = told.failures.isEmpty() ? stateOf(told.newest) : LastExport::State::Failed;
    return told;
}

} // namespace buckets
