// SPDX-License-Identifier: Apache-2.0
#include "insight/history/exportspans.h"

namespace insight {

void ExportSpans::addOlder(const KeptProject &project, const QDateTime &at)
{
    if (!project.hasAllClusters)
        return;
    const auto known = m_spans.find(project.id);
    if (known != m_spans.end()) {
        extend(*known, project, at);
        return;
    }
    Spans spans;
    for (const KeptSchedule &schedule : project.schedules)
        spans.insert(schedule.cluster, {schedule, at, false});
    m_spans.insert(project.id, spans);
}

void ExportSpans::extend(Spans &spans, const KeptProject &older, const QDateTime &at)
{
    QHash<atlas::ClusterName, KeptSchedule> then;
    for (const KeptSchedule &schedule : older.schedules)
        then.insert(schedule.cluster, schedule);
    for (auto span = spans.begin(); span != spans.end(); ++span) {
        if (span->isOver || older.unreadClusters.contains(span.key()))
            continue;
        const auto found = then.constFind(span.key());
        if (found != then.cend() && *found == span->schedule)
            span->since = at;
        else
            span->isOver = true;
    }
}

std::optional<QDateTime> ExportSpans::since(atlas::ProjectId project, const KeptSchedule &now) const
{
    const Spans spans = m_spans.value(project);
    const auto span = spans.constFind(now.cluster);
    return span != spans.cend() && span->schedule == now ? std::optional(span->since)
                                                         : std::nullopt;
}

} // namespace insight
