// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/changes.h"
#include "insight/history/thinning.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace insight {

/// With which reading the latest is compared.
enum class CompareWith : quint8 { LastTime, Yesterday, AWeekAgo };

/// What changed between two kept readings, and how far that is known.
struct Comparison
{
    ReadingInfo before{};
    ReadingInfo after{};
    QList<Change> changes{};
    /// How many projects both readings know.
    int projects = 0;
    /// The names of those that one of the two read in part, or the ID where there is none: what is
    /// missing there may have changed, too.
    QStringList comparedInPart{};

    friend bool operator==(const Comparison &, const Comparison &) = default;
};

/// The reading to compare the latest of `readings` with: the one before it, or the newest that is a
/// day or a week older than it. Nothing if none is kept.
std::optional<ReadingInfo> readingFor(const QList<ReadingInfo> &readings, CompareWith with);

/// The newest of `readings` at or before that moment, for the latest to be compared with: never the
/// latest itself. Nothing if none is kept.
std::optional<ReadingInfo> readingUntil(const QList<ReadingInfo> &readings, const QDateTime &until);

/// Compares the readings that the two infos are of.
Comparison compared(const ReadingInfo &beforeInfo, const KeptReading &before,
                    const ReadingInfo &afterInfo, const KeptReading &after);

} // namespace insight
