// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/projectevent.h"
#include "insight/authors/author.h"
#include "insight/history/comparison.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace insight {

/// What Atlas has told of a project's events.
struct ToldEvents
{
    QList<atlas::ProjectEvent> events{};
    /// From then on, none of the types that were asked for is missing. UTC; invalid: any may be.
    QDateTime wholeFrom{};
};

/// Of a change, or nothing: in the order of the changes.
using Authors = QList<std::optional<Author>>;

/// Which events tell of what changed from one reading to the next. It begins a day before the
/// earlier one ended: that may have been stopped for a night, and what changed since it looked at a
/// project must not be missing among the events.
atlas::EventFilter eventsBetween(const QDateTime &before, const QDateTime &after);

/// The projects whose events may tell of these changes.
QSet<atlas::ProjectId> projectsWithAuthors(const QList<Change> &changes);

/// Who made each of these changes, where the events leave no doubt: one event fits, and one change
/// alone. `asked` is eventsBetween() the two readings. Pure.
Authors authorsOf(const QList<Change> &changes, const atlas::EventFilter &asked,
                  const QHash<atlas::ProjectId, ToldEvents> &told);

} // namespace insight
