// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"
#include "buckets/search/bucketcount.h"
#include "buckets/search/rowwork.h"
#include "buckets/usage/exportstanding.h"

#include <QHash>
#include <QList>

#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace buckets {

/// Counts export buckets in each dimension, by the numbers of their texts.
class BucketCounter : public RowWork
{
public:
    /// `whenDone` is told of each end.
    explicit BucketCounter(std::function<void()> whenDone) : m_whenDone(std::move(whenDone)) { }

    /// Most first; those with as many by their labels. Of exports, in the order of ExportStanding.
    const QList<BucketCount> &counts(BucketDimension dimension) const
    {
        return m_counts[static_cast<std::size_t>(dimension)];
    }
    /// How many buckets have been counted.
    int total() const { return m_total; }

    void begin(const BucketRows &rows, const BucketsInUse &use, std::vector<int> wanted) override;
    bool step() override;
    void end() override;
    void forgetRows() override;

private:
    using Tally = QHash<quint32, int>;
    using Counts = std::array<QList<BucketCount>, BucketDimensionCount>;

    void lookUp(BucketRows::ProjectIndex project);
    void count(int row);
    QList<BucketCount> countsOf(BucketDimension dimension) const;
    QList<BucketCount> exportCounts() const;
    QList<BucketCount> providerCounts() const;
    QList<BucketCount> regionCounts() const;
    QList<BucketCount> networkingCounts() const;
    QList<BucketCount> projectCounts() const;
    atlas::CloudProvider providerAt(TextPool::Index index) const;

    std::function<void()> m_whenDone;
    Counts m_counts;
    int m_total = 0;

    // Of the counting under way.
    const BucketRows *m_rows = nullptr;
    std::vector<int> m_wanted;
    std::size_t m_next = 0;
    const BucketsInUse *m_use = nullptr;
    /// By project, as far as they have been looked up.
    std::vector<ProjectStandings> m_standings;
    std::array<int, ExportStandings.size()> m_exports{};
    Tally m_providers;
    Tally m_regions;
    /// Without a region, by provider.
    Tally m_regionless;
    Tally m_projects;
    int m_required = 0;
    int m_notRequired = 0;
    Counts m_found;
    std::size_t m_foundDimensions = 0;
};

} // namespace buckets
