// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/listshifter.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace atlassim {

namespace {

/// The project whose list of buckets the path is; empty if it is none.
QString listOwner(const QString &path)
{
    static const QRegularExpression list(
        QStringLiteral("^/api/atlas/v2/groups/([0-9a-f]{24})/backup/exportBuckets$"));
    return list.match(path).captured(1);
}

Bucket newBucket(const Project &project, int number)
{
    Bucket bucket = project.buckets.value(0, Bucket{{}, {}, QStringLiteral("AWS")});
    const QDateTime time =
        QDateTime(QDate(2026, 8, 10), QTime(12, 0), QTimeZone::utc()).addSecs(number);
    bucket.id = childId(project.id, time, number);
    bucket.bucketName = QStringLiteral("registered-meanwhile-%1").arg(number);
    return bucket;
}

} // namespace

void ListShifter::add(const ListShift &shift)
{
    m_shifts.append({shift});
}

void ListShifter::clear()
{
    m_shifts.clear();
}

void ListShifter::answered(const HttpRequest &request, World &world)
{
    if (m_shifts.isEmpty())
        return;
    Project *project = world.project(listOwner(request.path));
    const auto page = PageRequest::read(request);
    if (!project || !page)
        return;
    for (Running &running : m_shifts) {
        if (isDue(running, *project))
            apply(running.shift.kind, *page, *project);
    }
}

bool ListShifter::isDue(Running &running, const Project &project)
{
    const ListShift &shift = running.shift;
    if (!shift.projectId.isEmpty() && shift.projectId != project.id)
        return false;
    const int pages = ++running.pagesAnswered[project.id];
    const bool isOver = shift.times != ListShift::Forever && pages > shift.times * shift.everyPages;
    return !isOver && pages % shift.everyPages == 0;
}

void ListShifter::apply(ListShift::Kind kind, const PageRequest &page, Project &project)
{
    QList<Bucket> &buckets = project.buckets;
    switch (kind) {
    case ListShift::Kind::InsertFirst:
        buckets.prepend(newBucket(project, ++m_inserted));
        return;
    case ListShift::Kind::RemoveFirst:
        if (!buckets.isEmpty())
            buckets.removeFirst();
        return;
    case ListShift::Kind::Swap:
        if (const auto next = qsizetype(page.pageNum) * page.itemsPerPage; next < buckets.size())
            buckets.swapItemsAt(next - 1, next);
        return;
    }
}

} // namespace atlassim
