// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QList>
#include <QPoint>
#include <QString>

#include <optional>

namespace ui {

class BucketTable;
class BucketViews;
class FilterEdit;

/// Where one is among the buckets: what is filtered, sorted, selected and in view.
struct BucketPlace
{
    QString filter;
    /// The tab of all projects.
    int view = 0;
    /// -1 if the rows are in the order they came in.
    int sortColumn = -1;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    std::optional<atlas::BucketId> current;
    QList<atlas::BucketId> selected;
    /// Of the scroll bars.
    QPoint scrolled;

    static BucketPlace of(const BucketTable &table, const FilterEdit &filter,
                          const BucketViews &views);
    /// Goes there, in a table of the same rows. What is not there is left out.
    void show(BucketTable &table, FilterEdit &filter, BucketViews &views) const;
};

} // namespace ui
