// SPDX-License-Identifier: Apache-2.0
#include "insight/history/comparison.h"

#include <QHash>

#include <algorithm>
#include <chrono>

namespace insight {

namespace {

std::chrono::seconds ageOf(CompareWith with)
{
    using std::chrono::hours;
    switch (with) {
    case CompareWith::LastTime:
        return hours(0);
    case CompareWith::Yesterday:
        return hours(24);
    case CompareWith::AWeekAgo:
        return hours(24 * 7);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

std::optional<ReadingInfo> readingFor(const QList<ReadingInfo> &readings, CompareWith with)
{
    return readings.isEmpty()
        ? std::nullopt
        : readingUntil(readings, readings.constLast().at.addSecs(-ageOf(with).count()));
}

std::optional<ReadingInfo> readingUntil(const QList<ReadingInfo> &readings, const QDateTime &until)
{
    if (readings.size() < 2)
        return std::nullopt;
    const auto found =
        std::find_if(std::make_reverse_iterator(readings.end() - 1), readings.rend(),
                     [&until](const ReadingInfo &reading) { return reading.at <= until; });
    return found == readings.rend() ? std::nullopt : std::optional(*found);
}

Comparison compared(const ReadingInfo &beforeInfo, const KeptReading &before,
                    const ReadingInfo &afterInfo, const KeptReading &after)
{
    Comparison comparison{beforeInfo, afterInfo, changesBetween(before, after), 0, {}};
    QHash<atlas::ProjectId, bool> completeBefore;
    for (const KeptProject &project : before.projects)
        completeBefore.insert(project.id, project.isComplete());
    for (const KeptProject &project : after.projects) {
        const auto was = completeBefore.constFind(project.id);
        if (was == completeBefore.cend())
            continue;
        ++comparison.projects;
        if (!*was || !project.isComplete())
            comparison.comparedInPart.append(project.isListed() ? project.name
                                                                : project.id.toHex());
    }
    return comparison;
}

} // namespace insight
