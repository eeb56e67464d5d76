// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/bucketcount.h"

#include <QAbstractListModel>
#include <QList>

namespace models {

/// The counts of one dimension as bars: the largest ones, and how much the others are together.
class BucketCountModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Bars, without that of the others.
    static constexpr int MostBars = 12;

    using QAbstractListModel::QAbstractListModel;

    /// Those at the end are put together if there are too many; `total` is how many buckets there
    /// are.
    void setCounts(const QList<buckets::BucketCount> &counts, int total);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int largest() const;
    QString accessibleText(const buckets::BucketCount &bar) const;
    QString partText(int count) const;
    bool isOthers(int row) const { return row == MostBars; }

    QList<buckets::BucketCount> m_bars;
    int m_total = 0;
};

} // namespace models
