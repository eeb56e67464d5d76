// SPDX-License-Identifier: Apache-2.0
#include "buckets/inventory/inventorytally.h"

#include <algorithm>
#include <optional>
#include <utility>

using namespace std::chrono_literals;

namespace buckets {

Completeness InventoryTally::completeness(bool isStopped) const
{
    Completeness completeness = Completeness::whole();
    if (isStopped)
        completeness.add(Gap::Stopped);
    if (!areProjectsKnown || read + failed < projectsWithBuckets())
        completeness.add(Gap::Unread);
    if (failed > 0)
        completeness.add(Gap::Failed);
    if (shifting > 0)
        completeness.add(Gap::Shifting);
    if (leftOut > 0)
        completeness.add(Gap::LeftOut);
    return completeness;
}

InventoryTally tallyOf(const ProjectReadings &readings)
{
    using State = ProjectReading::State;
    InventoryTally tally;
    tally.projects = static_cast<int>(readings.size());
    std::optional<std::chrono::milliseconds> shortest;
    for (const auto &project : readings) {
        tally.read += project->state == State::Read ? 1 : 0;
        tally.failed += project->state == State::Failed ? 1 : 0;
        if (project->state == State::Exempt)
            ++(project->exemption == ProjectExemption::CloudManager ? tally.cloudManager
                                                                    : tally.unsupported);
        tally.shifting += project->state == State::Read && project->list.wasShifting() ? 1 : 0;
        tally.leftOut += project->state == State::Read && project->list.leftOut() > 0 ? 1 : 0;
        if (project->state != State::Delayed)
            continue;
        ++tally.delayed;
        const auto rest =
            std::chrono::ceil<std::chrono::milliseconds>(project->delay.remainingTimeAsDuration());
        shortest = std::min(shortest.value_or(rest), rest);
    }
    tally.delay = shortest.value_or(0ms);
    return tally;
}

Completeness completenessOf(const ProjectReading &reading)
{
    Completeness completeness = Completeness::whole();
    switch (reading.state) {
    case ProjectReading::State::Waiting:
    case ProjectReading::State::Reading:
    case ProjectReading::State::Delayed:
        return {};
    case ProjectReading::State::Exempt:
        return completeness;
    case ProjectReading::State::Failed:
        return Completeness::lacking(Gap::Failed);
    case ProjectReading::State::Read:
        if (reading.list.wasShifting())
            completeness.add(Gap::Shifting);
        if (reading.list.leftOut() > 0)
            completeness.add(Gap::LeftOut);
        return completeness;
    }
    Q_UNREACHABLE();
}

QList<UnreadProject> unreadIn(const ProjectReadings &readings)
{
    QList<const ProjectReading *> failed;
    for (const auto &project : readings) {
        if (project->state == ProjectReading::State::Failed)
            failed.append(project.get());
    }
    std::sort(failed.begin(), failed.end(),
              [](const auto *left, const auto *right) { return left->failure < right->failure; });
    QList<UnreadProject> projects;
    for (const ProjectReading *project : std::as_const(failed))
        projects.append({project->project, project->error});
    return projects;
}

} // namespace buckets
