// SPDX-License-Identifier: Apache-2.0
#include "includegraph.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace includegraph {

namespace {

/// What each node leads to.
using Graph = QMap<QString, QSet<QString>>;

QString folderOf(const QString &room)
{
    return QString(room + u'/').startsWith(u"ui/") ? room : QString(u"app/" + room);
}

/// Where an included header of ours is; nothing for others.
QString ownHeader(const QString &include)
{
    if (!include.startsWith(u'"') || include.endsWith(u".moc\""))
        return {};
    const QString name = include.sliced(1, include.size() - 2);
    return name.startsWith(u"ui/") ? name : QString(u"app/" + name);
}

/// The room of a file: the innermost, where one is in another's folder.
QString roomOf(const Rooms &rooms, const QString &path)
{
    QString found;
    for (const Room &room : rooms) {
        if (room.name.size() > found.size() && path.startsWith(folderOf(room.name) + u'/'))
            found = room.name;
    }
    return found;
}

QString unitOf(const QString &path)
{
    static const QRegularExpression systemAndEnd(u"(_[a-z0-9_]+)?\\.[a-z]+$"_s);
    return QString(path).remove(systemAndEnd);
}

/// Which room includes what of which others.
Graph arrowsOf(const Rooms &rooms, const Files &files)
{
    Graph arrows;
    for (const File &file : files) {
        const QString from = roomOf(rooms, file.path);
        for (const QString &include : file.includes) {
            const QString to = roomOf(rooms, ownHeader(include));
            if (!to.isEmpty() && to != from)
                arrows[from].insert(to);
        }
    }
    return arrows;
}

bool leadsInto(const QSet<QString> &next, const Graph &graph)
{
    return std::any_of(next.begin(), next.end(),
                       [&graph](const QString &node) { return graph.contains(node); });
}

/// Takes out what leads to no node that is left.
void removeEnds(Graph &graph)
{
    const auto isEnd = [&graph](const Graph::iterator &it) {
        return !leadsInto(it.value(), graph);
    };
    while (graph.removeIf(isEnd) > 0) { }
}

/// A circle in a graph without ends.
QStringList circleIn(const Graph &graph)
{
    QStringList way{graph.firstKey()};
    while (true) {
        QStringList next = graph[way.constLast()].values();
        next.removeIf([&graph](const QString &node) { return !graph.contains(node); });
        next.sort();
        const qsizetype begin = way.indexOf(next.constFirst());
        way.append(next.constFirst());
        if (begin >= 0)
            return way.sliced(begin);
    }
}

QStringList circlesIn(Graph graph)
{
    QStringList circles;
    for (removeEnds(graph); !graph.isEmpty(); removeEnds(graph)) {
        const QStringList circle = circleIn(graph);
        circles.append(circle.join(u" > "_s));
        for (const QString &node : circle)
            graph.remove(node);
    }
    return circles;
}

} // namespace

Rooms roomsIn(const QString &text)
{
    Rooms rooms;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines)
        rooms.append(
            {line.section(u':', 0, 0), line.section(u':', 1).split(u' ', Qt::SkipEmptyParts)});
    return rooms;
}

File fileWith(const QString &path, const QString &text)
{
    static const QRegularExpression include(u"^#include ([\"<][^\">]+[\">])"_s,
                                            QRegularExpression::MultilineOption);
    File file{path, {}};
    for (auto match = include.globalMatch(text); match.hasNext();)
        file.includes.append(match.next().captured(1));
    return file;
}

QStringList unsaidUses(const Rooms &rooms, const Files &files)
{
    QMap<QString, QStringList> said;
    for (const Room &room : rooms)
        said.insert(room.name, room.uses + QStringList(room.name));
    QStringList faults;
    for (const File &file : files) {
        const QString own = roomOf(rooms, file.path);
        for (const QString &include : file.includes) {
            const QString header = ownHeader(include);
            if (!header.isEmpty() && !said[own].contains(roomOf(rooms, header)))
                faults.append(u"%1 includes %2, of a room that “%3” does not name"_s.arg(
                    file.path, include, own));
        }
    }
    return faults;
}

QStringList unneededUses(const Rooms &rooms, const Files &files)
{
    const Graph arrows = arrowsOf(rooms, files);
    QStringList faults;
    for (const Room &room : rooms) {
        for (const QString &use : room.uses) {
            if (!arrows.value(room.name).contains(use))
                faults.append(u"%1 names %2 and includes nothing of it"_s.arg(room.name, use));
        }
    }
    return faults;
}

QStringList arrowsUp(const Rooms &rooms)
{
    QStringList faults;
    QSet<QString> below;
    for (const Room &room : rooms) {
        for (const QString &use : room.uses) {
            if (!below.contains(use))
                faults.append(u"%1 uses %2, which does not stand before it"_s.arg(room.name, use));
        }
        below.insert(room.name);
    }
    return faults;
}

QStringList circlesOfRooms(const Rooms &rooms, const Files &files)
{
    return circlesIn(arrowsOf(rooms, files));
}

QStringList circlesOfUnits(const Files &files)
{
    Graph units;
    for (const File &file : files) {
        const QString unit = unitOf(file.path);
        for (const QString &include : file.includes) {
            const QString other = unitOf(ownHeader(include));
            if (other != unit)
                units[unit].insert(other);
        }
    }
    return circlesIn(units);
}

QStringList windowIncludes(const Files &files, const QStringList &windowHeaders)
{
    QStringList faults;
    for (const File &file : files) {
        for (const QString &include : file.includes) {
            const QString header = include.sliced(1, include.size() - 2);
            if (header.startsWith(u"QtGui/") || header.startsWith(u"QtWidgets/")
                || windowHeaders.contains(header))
                faults.append(QString(file.path + u" includes " + include));
        }
    }
    return faults;
}

} // namespace includegraph
