// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/duplicatefinder.h"

#include "buckets/search/duplicateorder.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace buckets {

namespace {

/// Each may be a few misses of all caches.
constexpr std::size_t PerStep = 512;
constexpr std::size_t RoomPerStep = 16384;

/// Marks the number of a role and a place, in place of the index of a role.
constexpr quint32 IsAzure = quint32(1) << 31;

} // namespace

void DuplicateFinder::setOrder(DuplicateColumn column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
}

void DuplicateFinder::begin(const BucketRows &rows, const BucketsInUse &use,
                            std::vector<int> wanted)
{
    forgetAll();
    m_rows = &rows;
    m_use = &use;
    m_wanted = std::move(wanted);
    m_azure = rows.texts().find("AZURE");
    m_azureReaches = TripleNumbers(m_azure == TextPool::None ? 0 : m_wanted.size());
    m_buckets = TripleNumbers(m_wanted.size());
    m_bucketOf.reserve(m_wanted.size());
    m_stage = Stage::Count;
}

bool DuplicateFinder::step()
{
    switch (m_stage) {
    case Stage::Count:
        count();
        break;
    case Stage::Choose:
        choose();
        break;
    case Stage::MakeRoom:
        makeRoom();
        break;
    case Stage::Fill:
        fill();
        break;
    case Stage::Sort:
        if (!m_sort.step())
            m_stage = Stage::Arrange;
        break;
    case Stage::Arrange:
        arrange();
        break;
    case Stage::Done:
        break;
    }
    return m_stage != Stage::Done;
}

void DuplicateFinder::end()
{
    DuplicateGroups found{std::move(m_arranged), std::move(m_registrations)};
    forgetAll();
    m_whenDone(std::move(found));
}

void DuplicateFinder::forgetRows()
{
    forgetAll();
    m_places.forgetTexts();
    m_whenGone();
}

quint32 DuplicateFinder::reachOf(int row)
{
    const BucketRows &rows = *m_rows;
    const TextPool::Index role = rows.textIndex(row, atlas::BucketField::RoleId);
    if (m_azure == TextPool::None || rows.textIndex(row, atlas::BucketField::Provider) != m_azure)
        return role;
    return m_azureReaches.numberOf({role, m_places.placeOf(rows, row), 0}) | IsAzure;
}

void DuplicateFinder::count()
{
    const BucketRows &rows = *m_rows;
    const std::size_t end = std::min(m_next + PerStep, m_wanted.size());
    for (; m_next < end; ++m_next) {
        const int row = m_wanted[m_next];
        const quint32 bucket =
            m_buckets.numberOf({rows.textIndex(row, atlas::BucketField::Name),
                                rows.textIndex(row, atlas::BucketField::Provider), reachOf(row)});
        if (bucket == m_counts.size())
            m_counts.append(0);
        ++m_counts[bucket];
        m_bucketOf.push_back(bucket);
    }
    if (m_next == m_wanted.size()) {
        m_next = 0;
        m_stage = Stage::Choose;
    }
}

void DuplicateFinder::choose()
{
    const std::size_t end = std::min(m_next + PerStep, m_buckets.size());
    for (; m_next < end; ++m_next) {
        const quint32 count = std::exchange(m_counts[m_next], 0);
        if (count < 2)
            continue;
        const auto &[name, provider, reach] = m_buckets[m_next];
        DuplicateGroup group;
        group.name = name;
        group.provider = provider;
        group.roleId = reach & IsAzure ? m_azureReaches[reach & ~IsAzure][0] : reach;
        group.place = reach & IsAzure ? m_azureReaches[reach & ~IsAzure][1] : AzurePlaces::Unknown;
        group.count = count;
        m_groups.append(group);
        m_filled.append(static_cast<quint32>(m_registrationCount));
        m_counts[m_next] = static_cast<quint32>(m_groups.size());
        m_registrationCount += count;
    }
    if (m_next == m_buckets.size())
        beginFilling();
}

void DuplicateFinder::beginFilling()
{
    m_buckets = TripleNumbers();
    m_azureReaches = TripleNumbers();
    m_registrations.reserve(m_registrationCount);
    m_projects = TripleNumbers(m_registrationCount);
    m_next = 0;
    m_stage = Stage::MakeRoom;
}

/// Memory is slow when it is new, too.
void DuplicateFinder::makeRoom()
{
    m_registrations.resize(std::min(m_registrations.size() + RoomPerStep, m_registrationCount));
    if (m_registrations.size() == m_registrationCount)
        m_stage = Stage::Fill;
}

void DuplicateFinder::fill()
{
    const std::size_t end = std::min(m_next + PerStep, m_wanted.size());
    for (; m_next < end; ++m_next) {
        if (const quint32 group = m_counts[m_bucketOf[m_next]]; group != 0)
            add(m_wanted[m_next], m_groups[group - 1], group - 1);
    }
    if (m_next == m_wanted.size())
        beginSorting();
}

void DuplicateFinder::add(int row, DuplicateGroup &group, quint32 place)
{
    using Use = DuplicateRegistration::Use;
    DuplicateRegistration &registration = m_registrations[m_filled[place]++];
    const TextPool::Index serviceUrl = m_rows->textIndex(row, atlas::BucketField::ServiceUrl);
    if (!group.registrations) {
        group.registrations = &registration;
        group.serviceUrl = serviceUrl;
    }
    group.hasOneServiceUrl = group.hasOneServiceUrl && group.serviceUrl == serviceUrl;
    const auto isUsed = m_use->isUsed(m_rows->projectAt(row), m_rows->idAt(row));
    registration.id = m_rows->idAt(row);
    registration.use = !isUsed ? Use::Unknown : *isUsed ? Use::Used : Use::Unused;
    group.unknown += registration.use == Use::Unknown ? 1U : 0U;
    group.unused += registration.use == Use::Unused ? 1U : 0U;
    const std::size_t known = m_projects.size();
    m_projects.numberOf({place, m_rows->projectIndexAt(row), 0});
    group.projects += m_projects.size() > known ? 1U : 0U;
}

/// What is not needed any more goes bit by bit: giving memory back takes its time.
void DuplicateFinder::beginSorting()
{
    m_wanted = {};
    m_bucketOf = {};
    m_counts = {};
    m_filled = {};
    m_projects = TripleNumbers();
    std::vector<quint32> places(m_groups.size());
    std::iota(places.begin(), places.end(), 0U);
    const DuplicateOrder order(m_rows->texts(), m_column, m_order);
    m_sort = SlicedSort(std::move(places), [this, order](quint32 left, quint32 right) {
        return order.isBefore(m_groups[left], m_groups[right]);
    });
    m_next = 0;
    m_stage = Stage::Sort;
}

void DuplicateFinder::arrange()
{
    const std::size_t end = std::min(m_next + PerStep, m_groups.size());
    for (; m_next < end; ++m_next)
        m_arranged.append(m_groups[m_sort.numbers()[m_next]]);
    if (m_next == m_groups.size())
        m_stage = Stage::Done;
}

void DuplicateFinder::forgetAll()
{
    m_rows = nullptr;
    m_use = nullptr;
    m_stage = Stage::Done;
    m_next = 0;
    m_wanted = {};
    m_azureReaches = TripleNumbers();
    m_buckets = TripleNumbers();
    m_bucketOf = {};
    m_counts = {};
    m_groups = {};
    m_registrationCount = 0;
    m_registrations = {};
    m_filled = {};
    m_projects = TripleNumbers();
    m_sort = SlicedSort();
    m_arranged = {};
}

} // namespace buckets
