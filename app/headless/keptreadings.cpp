// SPDX-License-Identifier: Apache-2.0
#include "headless/keptreadings.h"

#include <algorithm>

namespace headless {

namespace {

bool knows(const insight::KeptReading &reading, const QList<atlas::ProjectId> &projects)
{
    if (projects.isEmpty())
        return reading.hasAllProjects;
    return std::all_of(projects.begin(), projects.end(), [&reading](atlas::ProjectId wanted) {
        return std::any_of(
            reading.projects.begin(), reading.projects.end(),
            [wanted](const insight::KeptProject &project) { return project.id == wanted; });
    });
}

} // namespace

insight::ExportSpans KeptReadings::exportSpans()
{
    if (!m_hasPlace)
        return {};
    auto spans = m_store.exportSpans();
    if (spans)
        return *spans;
    note(spans.error());
    return {};
}

std::optional<EarlierReading> KeptReadings::find(const std::optional<QDateTime> &since,
                                                 const QList<atlas::ProjectId> &projects)
{
    if (!m_hasPlace)
        return std::nullopt;
    const auto infos = m_store.readings();
    if (!infos) {
        note(infos.error());
        return std::nullopt;
    }
    QList<insight::ReadingInfo> candidates = *infos;
    std::reverse(candidates.begin(), candidates.end());
    if (since)
        candidates.removeIf([&since](const auto &info) { return info.at > *since; });
    if (candidates.isEmpty() && !infos->isEmpty())
        candidates = {infos->constFirst()};
    // What knows some projects alone is better than nothing.
    std::optional<EarlierReading> newest;
    for (const insight::ReadingInfo &info : std::as_const(candidates)) {
        const auto loaded = m_store.load(info.id);
        if (!loaded) {
            note(loaded.error());
            return newest;
        }
        if (!*loaded)
            continue;
        EarlierReading earlier{info, **loaded};
        if (knows(earlier.reading, projects))
            return earlier;
        if (!newest)
            newest = earlier;
    }
    return newest;
}

bool KeptReadings::add(const insight::KeptReading &reading)
{
    if (!m_hasPlace)
        return false;
    const auto added = m_store.add(reading);
    if (!added)
        note(added.error());
    return added.has_value();
}

void KeptReadings::note(const insight::HistoryProblem &problem)
{
    const QString line = problem.text.toString();
    if (!m_problems.contains(line))
        m_problems.append(line);
}

} // namespace headless
