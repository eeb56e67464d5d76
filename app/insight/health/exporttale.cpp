// SPDX-License-Identifier: Apache-2.0
#include "insight/health/exporttale.h"

#include "buckets/usage/lastexport.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace insight {

namespace {

using JobKind = atlas::ExportJobState::Kind;

void addJob(ExportTale &tale, const atlas::ExportJob &job)
{
    if (!tale.newest)
        tale.newest = &job;
    switch (job.state.kind()) {
    case JobKind::Queued:
    case JobKind::InProgress:
        tale.waiting.append(&job);
        return;
    case JobKind::Unknown:
        if (!tale.ended && !tale.unclearSinceEnded)
            tale.unclearSinceEnded = &job;
        if (!tale.worked && !tale.unclearSinceWorked)
            tale.unclearSinceWorked = &job;
        return;
    case JobKind::Successful:
        if (!tale.worked)
            tale.worked = &job;
        [[fallthrough]];
    case JobKind::Failed:
    case JobKind::Cancelled:
        if (!tale.ended)
            tale.ended = &job;
        return;
    }
    Q_UNREACHABLE();
}

} // namespace

bool ExportTale::hasFailed() const
{
    return ended && !unclearSinceEnded && ended->state.kind() == JobKind::Failed;
}

int ExportTale::stuckCount(const QDateTime &then) const
{
    return static_cast<int>(
        std::count_if(waiting.begin(), waiting.end(),
                      [&then](const atlas::ExportJob *job) { return startOf(*job) < then; }));
}

QDateTime startOf(const atlas::ExportJob &job)
{
    return job.created.value_or(job.id.createdAt());
}

QMap<atlas::BucketId, ExportTale> exportTales(const QList<atlas::ExportJob> &jobs)
{
    QMap<atlas::BucketId, ExportTale> tales;
    for (const atlas::ExportJob &job : jobs) {
        if (job.bucket)
            addJob(tales[*job.bucket], job);
    }
    return tales;
}

QList<atlas::ExportJob> tellingJobs(const QList<atlas::ExportJob> &jobs)
{
    QSet<const atlas::ExportJob *> telling;
    const QMap<atlas::BucketId, ExportTale> tales = exportTales(jobs);
    for (const ExportTale &tale : tales) {
        telling << tale.ended << tale.worked << tale.newest << tale.unclearSinceEnded
                << tale.unclearSinceWorked;
        telling += QSet<const atlas::ExportJob *>(tale.waiting.begin(), tale.waiting.end());
    }
    QMap<std::optional<atlas::BucketId>, const atlas::ExportJob *> last;
    for (const atlas::ExportJob &job : jobs) {
        const atlas::ExportJob *&ofBucket = last[job.bucket];
        if (!ofBucket || buckets::endOf(*ofBucket) < buckets::endOf(job))
            ofBucket = &job;
    }
    for (const atlas::ExportJob *job : std::as_const(last))
        telling << job;
    QList<atlas::ExportJob> kept;
    for (const atlas::ExportJob &job : jobs) {
        if (telling.contains(&job))
            kept.append(job);
    }
    return kept;
}

} // namespace insight
