// SPDX-License-Identifier: Apache-2.0
#include "insight/finder/finder.h"

#include "base/texts/foldedtext.h"
#include "buckets/inventory/sweep.h"
#include "buckets/reading/projectlist.h"
#include "buckets/rows/bucketstore.h"
#include "buckets/search/idmatcher.h"
#include "insight/check/exportcheck.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace insight {

namespace {

/// A shorter part of an ID is in too many.
constexpr qsizetype ShortestId = 4;

/// What was gone to of late comes before all else that fits as well.
constexpr quint8 RecentRank = 0;

quint8 rankOfKind(Place::Kind kind)
{
    return static_cast<quint8>(static_cast<int>(kind) + 1);
}

/// All rows, as they are now.
buckets::BucketRows copyOf(const buckets::BucketRows &rows)
{
    std::vector<int> all(static_cast<std::size_t>(rows.size()));
    std::iota(all.begin(), all.end(), 0);
    return rows.picked(all);
}

bool isAmong(const QList<Place> &places, const Place &place)
{
    return std::any_of(places.begin(), places.end(),
                       [&place](const Place &one) { return one.isSame(place); });
}

QByteArray foldedBytes(const QString &text)
{
    return base::foldedText(text).toUtf8();
}

} // namespace

Finder::Finder(const QList<Place> &others, const QList<Place> &recent) : m_recent(recent)
{
    addOthers(others);
}

Finder::Finder(const Sources &sources, const QList<Place> &others, const QList<Place> &recent)
    : m_recent(recent), m_all(copyOf(sources.all.buckets().rows()))
{
    const buckets::BucketRows &page = sources.page.rows();
    if (!page.isEmpty() && !isInSweep(m_all, page.projectAt(0)))
        m_page = copyOf(page);
    addProjects(sources.projects);
    addBuckets(m_all);
    addBuckets(m_page);
    addClusters(sources.check);
    addOthers(others);
}

QList<Place> Finder::find(const QString &typed, int most) const
{
    if (typed.trimmed().isEmpty()) {
        QList<Place> first = m_recent;
        for (const Place &project : m_projects) {
            if (!isAmong(first, project))
                first.append(project);
        }
        return first.first(std::min<qsizetype>(most, first.size()));
    }
    QList<Place> places;
    const auto found = m_index.find(typed, most);
    for (const base::TextIndex::Found &one : found)
        places.append(placeAt(one.number));
    if (places.size() < most)
        addById(typed, most, places);
    return places;
}

void Finder::addProjects(const buckets::ProjectList &projects)
{
    for (int row = 0; row < projects.rowCount(); ++row) {
        const atlas::Project &project = projects.projectAt(row);
        const Place place{Place::Kind::Project, project.name, {}, {}, project.id};
        m_projects.append(place);
        m_index.add(foldedBytes(project.name), rankOf(place));
    }
}

void Finder::addBuckets(const buckets::BucketRows &rows)
{
    constexpr qsizetype UsualName = 40;
    m_index.reserve(m_index.size() + rows.size(), (m_index.size() + rows.size()) * UsualName);
    std::vector<atlas::BucketId> recent;
    for (const Place &place : m_recent) {
        if (place.bucket)
            recent.push_back(*place.bucket);
    }
    for (int row = 0; row < rows.size(); ++row) {
        const bool isRecent =
            std::find(recent.begin(), recent.end(), rows.idAt(row)) != recent.end();
        m_index.add(rows.texts().folded(rows.textIndex(row, atlas::BucketField::Name)),
                    isRecent ? RecentRank : rankOfKind(Place::Kind::Bucket));
    }
}

void Finder::addClusters(const ExportCheck &check)
{
    QList<Place> clusters;
    for (const Place &project : std::as_const(m_projects)) {
        const ProjectFacts *facts = check.factsOf(*project.project);
        if (!facts)
            continue;
        for (const ClusterFacts &one : facts->clusters.value)
            clusters.append({Place::Kind::Cluster,
                             one.cluster.name.toString(),
                             {},
                             project.name,
                             project.project});
    }
    addOthers(clusters);
}

void Finder::addOthers(const QList<Place> &others)
{
    for (const Place &other : others) {
        m_others.append(other);
        m_index.add(foldedBytes(other.name), rankOf(other));
    }
}

bool Finder::isInSweep(const buckets::BucketRows &rows, atlas::ProjectId project) const
{
    for (buckets::BucketRows::ProjectIndex index = 0; index < rows.projectEnd(); ++index) {
        if (rows.project(index) == project)
            return rows.rowsOf(index) > 0;
    }
    return false;
}

quint8 Finder::rankOf(const Place &place) const
{
    return isAmong(m_recent, place) ? RecentRank : rankOfKind(place.kind);
}

Place Finder::placeAt(int number) const
{
    if (number < m_projects.size())
        return m_projects[number];
    number -= static_cast<int>(m_projects.size());
    if (number < m_all.size())
        return bucketAt(m_all, number);
    number -= m_all.size();
    if (number < m_page.size())
        return bucketAt(m_page, number);
    return m_others[number - m_page.size()];
}

Place Finder::bucketAt(const buckets::BucketRows &rows, int row) const
{
    const atlas::ExportBucket bucket = rows.at(row);
    const atlas::ProjectId id = rows.projectAt(row);
    const auto project = std::find_if(m_projects.begin(), m_projects.end(),
                                      [&id](const Place &one) { return one.project == id; });
    return {Place::Kind::Bucket,
            bucket.name().isEmpty() ? bucket.id.toHex() : bucket.name(),
            bucket.provider().displayName(),
            project != m_projects.end() ? project->name : id.toHex(),
            id,
            rows.idAt(row)};
}

/// Those whose ID has what was typed in it, unless they are there by their names.
void Finder::addById(const QString &typed, int most, QList<Place> &places) const
{
    const QByteArray word = foldedBytes(typed.trimmed());
    const buckets::IdMatcher matcher(word);
    if (word.size() < ShortestId || !matcher.isPossible())
        return;
    const auto add = [&places](const Place &place) {
        if (!isAmong(places, place))
            places.append(place);
    };
    for (const Place &project : m_projects) {
        if (places.size() < most && matcher.matches(project.project->objectId()))
            add(project);
    }
    for (const buckets::BucketRows *rows : {&m_all, &m_page}) {
        for (int row = 0; row < rows->size() && places.size() < most; ++row) {
            if (matcher.matches(rows->idAt(row).objectId()))
                add(bucketAt(*rows, row));
        }
    }
}

} // namespace insight
