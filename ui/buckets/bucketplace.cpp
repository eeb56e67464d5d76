// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/bucketplace.h"

#include "buckets/rows/bucketstore.h"
#include "models/bucketsortfiltermodel.h"
#include "ui/buckets/buckettable.h"
#include "ui/buckets/bucketviews.h"
#include "ui/buckets/filteredit.h"

#include <QHeaderView>
#include <QScrollBar>

namespace ui {

namespace {

using models::BucketSortFilterModel;
using models::BucketTableModel;

/// Nothing if the table shows no rows of a session.
std::optional<atlas::BucketId> idAt(const QModelIndex &index)
{
    const auto *rows = qobject_cast<const BucketSortFilterModel *>(index.model());
    const auto *buckets =
        rows ? qobject_cast<const BucketTableModel *>(rows->sourceModel()) : nullptr;
    return buckets ? std::optional(buckets->store().idAt(rows->mapToSource(index).row()))
                   : std::nullopt;
}

QModelIndex indexOf(const BucketTable &table, atlas::BucketId bucket)
{
    const auto *rows = qobject_cast<const BucketSortFilterModel *>(table.model());
    const auto *buckets =
        rows ? qobject_cast<const BucketTableModel *>(rows->sourceModel()) : nullptr;
    const int row = buckets ? buckets->store().rowOf(bucket) : -1;
    return row < 0 ? QModelIndex() : rows->mapFromSource(buckets->index(row, 0));
}

} // namespace

BucketPlace BucketPlace::of(const BucketTable &table, const FilterEdit &filter,
                            const BucketViews &views)
{
    BucketPlace place;
    place.filter = filter.text();
    place.view = views.currentIndex();
    place.sortColumn =
        table.isSortingEnabled() ? table.horizontalHeader()->sortIndicatorSection() : -1;
    place.sortOrder = table.horizontalHeader()->sortIndicatorOrder();
    place.current = idAt(table.currentIndex());
    const auto selected = table.selectionModel()->selectedRows();
    for (const QModelIndex &row : selected) {
        if (const auto id = idAt(row))
            place.selected.append(*id);
    }
    place.scrolled = {table.horizontalScrollBar()->value(), table.verticalScrollBar()->value()};
    return place;
}

void BucketPlace::show(BucketTable &table, FilterEdit &filterEdit, BucketViews &views) const
{
    filterEdit.setText(filter);
    if (view >= 0 && view < views.count() && views.isTabVisible(view))
        views.setCurrentIndex(view);
    if (table.isSortingEnabled() && sortColumn >= 0)
        table.sortByColumn(sortColumn, sortOrder);
    QItemSelection rows;
    for (const atlas::BucketId bucket : selected) {
        if (const QModelIndex index = indexOf(table, bucket); index.isValid())
            rows.select(index, index);
    }
    using Flag = QItemSelectionModel::SelectionFlag;
    if (const QModelIndex index = current ? indexOf(table, *current) : QModelIndex();
        index.isValid())
        table.selectionModel()->setCurrentIndex(index, Flag::NoUpdate);
    table.selectionModel()->select(rows, Flag::ClearAndSelect | Flag::Rows);
    table.horizontalScrollBar()->setValue(scrolled.x());
    table.verticalScrollBar()->setValue(scrolled.y());
}

} // namespace ui
