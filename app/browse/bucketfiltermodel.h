// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/wordfilter.h"

#include <QSortFilterProxyModel>

namespace browse {

/// The rows of a BucketTableModel that match a filter text in any of their columns.
class BucketFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Words, all of which must occur in the row. An empty text shows all rows.
    void setFilterText(const QString &text);
    bool isFiltering() const { return !m_filter.isEmpty(); }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    WordFilter m_filter;
};

} // namespace browse
