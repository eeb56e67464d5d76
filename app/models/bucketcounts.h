// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/bucketcounter.h"
#include "models/rowpass.h"

#include <QObject>

namespace models {

/// How many export buckets there are by how exports stand, by provider, by region, by private
/// networking and by project; follows the rows it counts.
class BucketCounts : public QObject
{
    Q_OBJECT

public:
    explicit BucketCounts(QObject *parent = nullptr);

    /// As RowPass::setRows().
    void setRows(QAbstractItemModel *rows) { m_pass.setRows(rows); }
    /// As RowPass::setActive().
    void setActive(bool active) { m_pass.setActive(active); }
    void refresh() { m_pass.refresh(); }
    bool isUpToDate() const { return m_pass.isUpToDate(); }

    /// As of buckets::BucketCounter. What Atlas left out is counted, too.
    const QList<buckets::BucketCount> &counts(buckets::BucketDimension dimension) const
    {
        return m_counter.counts(dimension);
    }
    /// How many buckets have been counted.
    int total() const { return m_counter.total(); }

Q_SIGNALS:
    void changed();

private:
    buckets::BucketCounter m_counter;
    RowPass m_pass;
};

} // namespace models
