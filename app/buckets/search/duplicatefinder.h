// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/fields/azureplaces.h"
#include "buckets/rows/bucketrows.h"
#include "buckets/search/duplicatecolumn.h"
#include "buckets/search/duplicategroups.h"
#include "buckets/search/rowwork.h"
#include "buckets/search/slicedsort.h"
#include "buckets/search/triplenumbers.h"
#include "buckets/usage/bucketsinuse.h"

#include <functional>
#include <utility>

namespace buckets {

/// Finds the export buckets that are registered more than once, by the numbers of their texts.
class DuplicateFinder : public RowWork
{
public:
    /// `whenDone` is told what was found; `whenGone`, that the texts are about to go.
    DuplicateFinder(std::function<void(DuplicateGroups)> whenDone, std::function<void()> whenGone)
        : m_whenDone(std::move(whenDone)), m_whenGone(std::move(whenGone))
    { }

    /// How what is found next is sorted.
    void setOrder(DuplicateColumn column, Qt::SortOrder order);

    void begin(const BucketRows &rows, const BucketsInUse &use, std::vector<int> wanted) override;
    bool step() override;
    void end() override;
    void forgetRows() override;

    /// Where the Azure buckets are that were found.
    const AzurePlaces &places() const { return m_places; }

private:
    /// One after the other; each takes many steps.
    enum class Stage { Count, Choose, MakeRoom, Fill, Sort, Arrange, Done };

    /// What tells one bucket from others of its name and provider.
    quint32 reachOf(int row);
    void count();
    void choose();
    void makeRoom();
    void fill();
    void add(int row, DuplicateGroup &group, quint32 place);
    void arrange();
    void beginFilling();
    void beginSorting();
    void forgetAll();

    std::function<void(DuplicateGroups)> m_whenDone;
    std::function<void()> m_whenGone;
    DuplicateColumn m_column = DuplicateColumn::Registrations;
    Qt::SortOrder m_order = Qt::DescendingOrder;

    const BucketRows *m_rows = nullptr;
    const BucketsInUse *m_use = nullptr;
    std::vector<int> m_wanted;
    Stage m_stage = Stage::Done;
    /// How far the stage is.
    std::size_t m_next = 0;
    TextPool::Index m_azure = TextPool::None;
    AzurePlaces m_places;
    /// Of Azure: role and place.
    TripleNumbers m_azureReaches;
    TripleNumbers m_buckets;
    /// Of each row.
    std::vector<quint32> m_bucketOf;
    /// Of each bucket: how often it is there, and then, plus one, which group it is; 0 for none.
    ChunkedList<quint32> m_counts;
    /// In the order in which their first rows come.
    ChunkedList<DuplicateGroup> m_groups;
    std::size_t m_registrationCount = 0;
    std::vector<DuplicateRegistration> m_registrations;
    /// Of each group, how many of its registrations are in place.
    ChunkedList<quint32> m_filled;
    TripleNumbers m_projects;
    SlicedSort m_sort;
    ChunkedList<DuplicateGroup> m_arranged;
};

} // namespace buckets
