// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/duplicatecolumn.h"
#include "buckets/search/duplicatefinder.h"
#include "buckets/search/duplicategroups.h"
#include "models/rowpass.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <optional>

namespace models {

/// The export buckets that are registered more than once: the model of the `Duplicates` table.
/// Follows the rows it is of, and is sorted a moment after it was asked to.
class DuplicatesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = buckets::DuplicateColumn;
    static constexpr int ColumnCount = buckets::DuplicateColumnCount;

    explicit DuplicatesModel(QObject *parent = nullptr);

    /// As RowPass::setRows().
    void setRows(QAbstractItemModel *rows) { m_pass.setRows(rows); }
    /// As RowPass::setActive().
    void setActive(bool active) { m_pass.setActive(active); }
    void refresh() { m_pass.refresh(); }
    bool isUpToDate() const { return m_pass.isUpToDate(); }

    /// How many registrations all of the rows stand for.
    int registrationCount() const { return static_cast<int>(m_groups.registrations.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// By a column, a moment later; -1: by the number of registrations.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// All has been looked through once more.
    void refreshed();

private:
    void show(buckets::DuplicateGroups found);
    void replaceAll(buckets::DuplicateGroups found);
    void rearrange(buckets::DuplicateGroups found);
    void putInOrder(buckets::ChunkedList<buckets::DuplicateGroup> groups, std::size_t known);
    void clear();

    const buckets::DuplicateGroup &groupAt(int row) const
    {
        return m_groups.groups[static_cast<std::size_t>(row)];
    }
    QString textAt(buckets::TextPool::Index index) const;
    atlas::CloudProvider providerOf(const buckets::DuplicateGroup &group) const;
    QString cellText(const buckets::DuplicateGroup &group, Column column) const;
    QString toolTip(const buckets::DuplicateGroup &group, Column column) const;
    QString serviceUrlTerm(const buckets::DuplicateGroup &group) const;
    QString terms(const buckets::DuplicateGroup &group) const;

    QPointer<const BucketTableModel> m_source;
    buckets::DuplicateGroups m_groups;
    buckets::DuplicateFinder m_finder;
    /// Nothing while the rows are in the order that nobody has chosen.
    std::optional<Column> m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    RowPass m_pass;
};

} // namespace models
