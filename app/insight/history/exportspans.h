// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/keptreading.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace insight {

/// Since when automatic exports have been as they are now, as far as kept readings prove it. What
/// is not proved is not told: a cluster that the newest reading could not read has no span.
class ExportSpans
{
public:
    /// What a project's schedules were like at `at`, in UTC: a reading at a time, from the newest
    /// back to the oldest.
    void addOlder(const KeptProject &project, const QDateTime &at);

    /// The oldest reading from which on each that knows the cluster has found it exporting just as
    /// `now` says; nothing if not even the newest has.
    std::optional<QDateTime> since(atlas::ProjectId project, const KeptSchedule &now) const;

private:
    struct Span
    {
        /// As the newest reading knew it.
        KeptSchedule schedule{};
        QDateTime since{};
        /// Whether an older reading has found it otherwise.
        bool isOver = false;
    };
    using Spans = QHash<atlas::ClusterName, Span>;

    static void extend(Spans &spans, const KeptProject &older, const QDateTime &at);

    QHash<atlas::ProjectId, Spans> m_spans;
};

} // namespace insight
