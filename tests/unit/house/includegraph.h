// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

/// Which file includes which, and what of that goes against the rooms. Each fault is a text; there
/// is none where all is well.
namespace includegraph {

/// As its CMakeLists.txt names it.
struct Room
{
    /// `buckets/rows`, `ui/look`.
    QString name;
    QStringList uses;
};

/// A source or a header.
struct File
{
    /// From the project's folder: `app/buckets/rows/textpool.h`.
    QString path;
    /// As they are written: `"atlas/utc.h"`, `<QHash>`.
    QStringList includes;
};

using Rooms = QList<Room>;
using Files = QList<File>;

/// What bucketscope_room() has written, a line `room: uses` each, from the ground up.
Rooms roomsIn(const QString &text);
File fileWith(const QString &path, const QString &text);

/// Includes of rooms that the file's own does not name, or of no room at all.
QStringList unsaidUses(const Rooms &rooms, const Files &files);
/// Rooms that are named and never included.
QStringList unneededUses(const Rooms &rooms, const Files &files);
/// Rooms that use what does not stand before them.
QStringList arrowsUp(const Rooms &rooms);
QStringList circlesOfRooms(const Rooms &rooms, const Files &files);
/// Of units: a source and its header, with what is different on each system (`_linux`, `_other`).
QStringList circlesOfUnits(const Files &files);
/// Includes of Qt's Gui and Widgets, whose headers are named.
QStringList windowIncludes(const Files &files, const QStringList &windowHeaders);

} // namespace includegraph
