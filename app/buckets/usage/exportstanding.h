// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/jobtext.h"
#include "buckets/usage/lastexport.h"

#include <QHash>
#include <QLatin1StringView>

#include <array>
#include <cstddef>

namespace buckets {

class ProjectUsage;

/// How the exports to a bucket stand, in one word: as LastExport has it, and what is not known. In
/// the order in which one wants to see them: what calls for an act first.
enum class ExportStanding : quint8 {
    Failed,
    UnderWay,
    Cancelled,
    /// In a state that this program does not know.
    Unknown,
    Worked,
    /// None in the last RecentJobs::Days; older jobs were not asked for.
    NoneOfLate,
    Never,
    NotLoaded,
};

/// What is shown and typed for a standing.
struct ExportStandingInfo
{
    ExportStanding standing = ExportStanding::NotLoaded;
    /// What a filter calls it, behind `export:`. Scripts and habits rely on it.
    QLatin1StringView word{};
    /// Nothing where there is no result to be good or bad.
    std::optional<JobTone> tone{};
};

/// All standings, in their order.
inline constexpr std::array ExportStandings{
    ExportStandingInfo{ExportStanding::Failed, QLatin1StringView("failed"), JobTone::Bad},
    ExportStandingInfo{ExportStanding::UnderWay, QLatin1StringView("running"), JobTone::Pending},
    ExportStandingInfo{ExportStanding::Cancelled, QLatin1StringView("cancelled"), JobTone::Pending},
    ExportStandingInfo{ExportStanding::Unknown, QLatin1StringView("unknown"), JobTone::Pending},
    ExportStandingInfo{ExportStanding::Worked, QLatin1StringView("worked"), JobTone::Good},
    ExportStandingInfo{ExportStanding::NoneOfLate, QLatin1StringView("old"), {}},
    ExportStandingInfo{ExportStanding::Never, QLatin1StringView("none"), {}},
    ExportStandingInfo{ExportStanding::NotLoaded, QLatin1StringView("unread"), {}},
};

static_assert(
    [] {
        for (std::size_t i = 0; i < ExportStandings.size(); ++i) {
            if (ExportStandings[i].standing != static_cast<ExportStanding>(i))
                return false;
        }
        return ExportStandings.back().standing == ExportStanding::NotLoaded;
    }(),
    "A row for each standing, in their order.");

/// How the exports to the buckets of one project stand, as it was when this was made.
class ProjectStandings
{
public:
    /// Nothing is known.
    ProjectStandings() = default;
    /// Goes once through all jobs of the project.
    explicit ProjectStandings(const ProjectUsage &usage);

    ExportStanding of(atlas::BucketId bucket) const { return m_known.value(bucket, m_others); }

private:
    /// Of the buckets to which there have been exports.
    QHash<atlas::BucketId, ExportStanding> m_known;
    ExportStanding m_others = ExportStanding::NotLoaded;
};

} // namespace buckets
