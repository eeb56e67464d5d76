// SPDX-License-Identifier: Apache-2.0
#include "buckets/rows/bucketstore.h"

#include <utility>

namespace buckets {

namespace {

/// Each run costs a walk through all rows, here and in what shows them.
constexpr std::size_t MostRunsTold = 16;

} // namespace

void BucketStore::setBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets)
{
    m_stale = false;
    if (m_rows.haveSameIds(project, buckets)) {
        const QList<BucketRow> rows = packed(project, buckets);
        for (int row = 0; row < m_rows.size(); ++row)
            m_rows.replace(row, completed(rows[row]));
        allChanged();
        return;
    }
    if (mayBecome(project, buckets)) {
        QSet<atlas::BucketId> here;
        for (const atlas::ExportBucket &bucket : buckets)
            here.insert(bucket.id);
        std::vector<int> gone;
        for (int row = 0; row < m_rows.size(); ++row) {
            if (!here.contains(m_rows.idAt(row)))
                gone.push_back(row);
        }
        takeOut(gone);
        addBuckets(project, buckets);
        allChanged();
        return;
    }
    Q_EMIT aboutToBeReset();
    m_rows.clear();
    const QList<BucketRow> rows = packed(project, buckets);
    for (const BucketRow &row : rows)
        m_rows.append(completed(row));
    Q_EMIT wasReset();
}

/// Whether the rows, without those that are not in `buckets`, are the first of these: then nothing
/// moves but what has to.
bool BucketStore::mayBecome(atlas::ProjectId project,
                            const QList<atlas::ExportBucket> &buckets) const
{
    QHash<atlas::BucketId, qsizetype> places;
    for (qsizetype i = 0; i < buckets.size(); ++i)
        places.insert(buckets[i].id, i);
    if (places.size() != buckets.size())
        return false;
    qsizetype kept = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.projectAt(row) != project)
            return false;
        const auto place = places.constFind(m_rows.idAt(row));
        if (place != places.cend() && *place != kept++)
            return false;
    }
    return kept > 0;
}

void BucketStore::noteRegions(const QList<atlas::ExportBucket> &buckets)
{
    using atlas::BucketField;
    for (const atlas::ExportBucket &bucket : buckets) {
        const auto &region = bucket.text(BucketField::Region);
        if (region && atlas::isLeftOutOfLists(BucketField::Region, bucket.provider().kind())
            && !m_regions.contains(bucket.id))
            m_regions.insert(bucket.id, *region);
    }
}

/// What lists leave out of the rows would be lost with the first list.
void BucketStore::noteRegionsOfRows()
{
    using atlas::BucketField;
    QHash<TextPool::Index, bool> areLeftOut;
    for (int row = 0; row < m_rows.size(); ++row) {
        const TextPool::Index region = m_rows.textIndex(row, BucketField::Region);
        if (region == TextPool::None)
            continue;
        const TextPool::Index provider = m_rows.textIndex(row, BucketField::Provider);
        auto known = areLeftOut.find(provider);
        if (known == areLeftOut.end()) {
            const auto kind = atlas::CloudProvider::fromApi(m_rows.texts().text(provider)).kind();
            known = areLeftOut.insert(provider, atlas::isLeftOutOfLists(BucketField::Region, kind));
        }
        if (*known && !m_regions.contains(m_rows.idAt(row)))
            m_regions.insert(m_rows.idAt(row), m_rows.texts().text(region));
    }
}

void BucketStore::setStaleRows(BucketRows &&rows)
{
    Q_EMIT aboutToBeReset();
    m_rows = std::move(rows);
    m_stale = true;
    noteRegionsOfRows();
    for (BucketRows::ProjectIndex index = 0; index < m_rows.projectEnd(); ++index) {
        const auto told = m_projectNames.constFind(m_rows.project(index));
        if (told != m_projectNames.cend())
            m_rows.setProjectName(index, *told);
        else if (m_rows.projectName(index) != TextPool::None)
            m_projectNames.insert(m_rows.project(index),
                                  m_rows.texts().text(m_rows.projectName(index)));
    }
    Q_EMIT wasReset();
}

int BucketStore::addBuckets(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets)
{
    return addRows(packed(project, buckets));
}

int BucketStore::addRows(const QList<BucketRow> &rows)
{
    constexpr int New = -1;
    Places places = placesIn(rows);
    QList<BucketRow> newOnes;
    newOnes.reserve(rows.size());
    for (const BucketRow &listed : rows) {
        const BucketRow bucket = completed(listed);
        const Place place{bucket.project, bucket.id};
        if (const auto row = places.constFind(place); row == places.constEnd()) {
            places.insert(place, New);
            newOnes.append(bucket);
        } else if (*row != New) {
            update(*row, bucket);
        }
    }
    if (newOnes.isEmpty())
        return 0;
    const int first = m_rows.size();
    const int last = first + static_cast<int>(newOnes.size()) - 1;
    Q_EMIT rowsAboutToBeAdded(first, last);
    for (const BucketRow &bucket : std::as_const(newOnes))
        m_rows.append(bucket);
    Q_EMIT rowsAdded(first, last);
    return static_cast<int>(newOnes.size());
}

void BucketStore::update(int row, const BucketRow &bucket)
{
    if (m_rows.packed(row) == bucket)
        return;
    m_rows.replace(row, bucket);
    Q_EMIT rowsChanged(row, row, atlas::BucketField::Name, atlas::BucketField::Project);
}

void BucketStore::removeOthers(atlas::ProjectId project, const QSet<atlas::BucketId> &here)
{
    const auto index = m_rows.projectIndex(project);
    if (m_rows.rowsOf(index) == here.size())
        return;
    std::vector<int> gone;
    for (int row = m_rows.firstRowOf(index); row < m_rows.endRowOf(index); ++row) {
        if (m_rows.projectIndexAt(row) == index && !here.contains(m_rows.idAt(row)))
            gone.push_back(row);
    }
    takeOut(gone);
}

void BucketStore::removeOtherProjects(const QSet<atlas::ProjectId> &here)
{
    std::vector<bool> stays;
    for (BucketRows::ProjectIndex index = 0; index < m_rows.projectEnd(); ++index)
        stays.push_back(here.contains(m_rows.project(index)));
    std::vector<int> gone;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!stays[m_rows.projectIndexAt(row)])
            gone.push_back(row);
    }
    takeOut(gone);
}

void BucketStore::takeOut(const std::vector<int> &rows)
{
    // From the end: what is to go keeps its place.
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t end = rows.size(); end > 0; end = runs.back().first) {
        std::size_t begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        runs.emplace_back(begin, end);
    }
    if (runs.size() > MostRunsTold) {
        Q_EMIT aboutToBeReset();
        m_rows.remove(rows);
        Q_EMIT wasReset();
        return;
    }
    for (const auto &[begin, end] : runs) {
        const int first = rows[begin];
        const int last = rows[end - 1];
        Q_EMIT rowsAboutToBeRemoved(first, last);
        m_rows.remove({rows.begin() + static_cast<std::ptrdiff_t>(begin),
                       rows.begin() + static_cast<std::ptrdiff_t>(end)});
        Q_EMIT rowsRemoved(first, last);
    }
}

void BucketStore::nameProject(atlas::ProjectId project, const QString &name)
{
    if (m_projectNames.value(project) == name)
        return;
    m_projectNames.insert(project, name);
    const auto index = projectIndex(project);
    m_rows.setProjectName(index, name);
    if (m_rows.rowsOf(index) > 0)
        columnsChanged(atlas::BucketField::Project, atlas::BucketField::Project);
}

void BucketStore::clear()
{
    m_stale = false;
    if (m_rows.isEmpty())
        return;
    Q_EMIT aboutToBeReset();
    m_rows.clear();
    Q_EMIT wasReset();
}

void BucketStore::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    allChanged();
}

void BucketStore::setRegion(atlas::BucketId bucket, const std::optional<QString> &region)
{
    m_pendingRegions.remove(bucket);
    if (region)
        m_regions.insert(bucket, *region);
    if (const int row = rowOf(bucket); row >= 0) {
        m_rows.replace(row, withRegion(m_rows.packed(row)));
        Q_EMIT rowsChanged(row, row, atlas::BucketField::Region, atlas::BucketField::Region);
    }
}

void BucketStore::setRegionsPending(const QList<atlas::BucketId> &buckets)
{
    const QSet<atlas::BucketId> pending(buckets.begin(), buckets.end());
    if (pending == m_pendingRegions)
        return;
    m_pendingRegions = pending;
    columnsChanged(atlas::BucketField::Region, atlas::BucketField::Region);
}

int BucketStore::rowOf(atlas::BucketId id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.idAt(row) == id)
            return row;
    }
    return -1;
}

void BucketStore::allChanged()
{
    columnsChanged(atlas::BucketField::Name, atlas::BucketField::Project);
}

void BucketStore::columnsChanged(atlas::BucketField first, atlas::BucketField last)
{
    if (!m_rows.isEmpty())
        Q_EMIT rowsChanged(0, rowCount() - 1, first, last);
}

BucketRows::ProjectIndex BucketStore::projectIndex(atlas::ProjectId project)
{
    const auto index = m_rows.projectIndex(project);
    const auto name = m_projectNames.constFind(project);
    if (name != m_projectNames.constEnd() && m_rows.projectName(index) == TextPool::None)
        m_rows.setProjectName(index, *name);
    return index;
}

/// Where the buckets are that are here, of all projects that `rows` are of. With room for `rows`.
BucketStore::Places BucketStore::placesIn(const QList<BucketRow> &rows) const
{
    Places places;
    places.reserve(rows.size());
    std::vector<bool> areNoted(m_rows.projectEnd());
    for (const BucketRow &bucket : rows) {
        if (areNoted[bucket.project])
            continue;
        areNoted[bucket.project] = true;
        for (int row = m_rows.firstRowOf(bucket.project); row < m_rows.endRowOf(bucket.project);
             ++row) {
            if (m_rows.projectIndexAt(row) == bucket.project)
                places.insert({bucket.project, m_rows.idAt(row)}, row);
        }
    }
    return places;
}

/// With what the list leaves out, as far as it has been told otherwise.
BucketRow BucketStore::completed(const BucketRow &bucket)
{
    return bucket.text(atlas::BucketField::Region) == TextPool::None ? withRegion(bucket) : bucket;
}

/// With what it has been told of the region, if anything.
BucketRow BucketStore::withRegion(BucketRow bucket)
{
    if (m_regions.isEmpty())
        return bucket;
    if (const auto known = m_regions.constFind(bucket.id); known != m_regions.constEnd())
        bucket.text(atlas::BucketField::Region) = m_rows.keepText(*known);
    return bucket;
}

} // namespace buckets
