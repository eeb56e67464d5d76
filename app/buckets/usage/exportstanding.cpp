// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/exportstanding.h"

#include "buckets/usage/projectusage.h"

namespace buckets {

namespace {

ExportStanding standingOf(LastExport::State state)
{
    switch (state) {
    case LastExport::State::Never:
        return ExportStanding::Never;
    case LastExport::State::Worked:
        return ExportStanding::Worked;
    case LastExport::State::UnderWay:
        return ExportStanding::UnderWay;
    case LastExport::State::Cancelled:
        return ExportStanding::Cancelled;
    case LastExport::State::Failed:
        return ExportStanding::Failed;
    case LastExport::State::Unknown:
        return ExportStanding::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

ProjectStandings::ProjectStandings(const ProjectUsage &usage)
{
    if (usage.knowsAllJobs())
        m_others = ExportStanding::Never;
    else if (usage.knowsRecentJobs())
        m_others = ExportStanding::NoneOfLate;
    const QList<atlas::BucketId> exported = usage.jobs().buckets();
    for (const atlas::BucketId bucket : exported)
        m_known.insert(bucket, standingOf(usage.lastExport(bucket).state));
}

} // namespace buckets
