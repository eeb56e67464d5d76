// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/bucketmatcher.h"
#include "buckets/search/bucketorder.h"
#include "models/buckettablemodel.h"

#include <QAbstractProxyModel>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace models {

/// The rows of a BucketTableModel that match a filter text, in the order of one of its columns.
///
/// Made for a million rows that come while somebody types: QSortFilterProxyModel asks for each cell
/// of each row, and tells views of each run of rows that comes or goes. This asks BucketMatcher and
/// BucketOrder, and tells of one change of order and one run.
class BucketSortFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit BucketSortFilterModel(QObject *parent = nullptr);

    /// `model` is a BucketTableModel, or nullptr. It must outlive this, or be taken away before.
    void setSourceModel(QAbstractItemModel *model) override;

    /// A BucketQuery. An empty text shows all rows.
    void setFilterText(const QString &text);
    const QString &filterText() const { return m_filterText; }
    bool isFiltering() const { return !m_query.isEmpty(); }
    /// As BucketQuery::asksForUse().
    bool asksForUse() const { return m_query.asksForUse(); }
    /// Whether only buckets are wanted of whose exports something is known.
    bool asksForExports() const { return m_query.exports().has_value(); }
    /// Words without a field are looked for in these columns; in all, at first.
    void setVisibleColumns(const buckets::BucketFieldSet &columns);

    /// Whether what has changed in cells shows in which rows there are, and in their order: it does
    /// so a moment later.
    bool isUpToDate() const { return !m_update.isActive(); }

    /// The rows of the source that are shown, in their order here.
    const std::vector<int> &sourceRows() const { return m_shown; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// By a column; -1: in the order of the source.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void connectSource();
    void startOver();
    void makeMatcher();
    void showMatching();
    void bringUpToDate();
    void orderAnew();
    std::vector<int> matching(const std::vector<int> &rows);
    buckets::BucketOrder order() const;
    void inOrder(std::vector<int> &rows) const;
    void mergeInto(std::vector<int> &rows, const std::vector<int> &more) const;

    void addRows(int first, int last);
    void takeOutRows(int first, int last);
    void closeGap(int first, int last);
    void noteDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);

    void show(std::vector<int> rows);
    void reorder(std::vector<int> rows);
    void append(const std::vector<int> &rows);
    void removeTail(std::size_t size);
    int placeOf(int sourceRow) const;
    void notePlaces();

    QPointer<BucketTableModel> m_source;
    QString m_filterText;
    buckets::BucketQuery m_query;
    buckets::BucketFieldSet m_visible;
    buckets::LocalOffsets m_offsets;
    std::optional<buckets::BucketMatcher> m_matcher;
    /// Nothing while the rows are in the order of the source.
    std::optional<atlas::BucketField> m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    /// All source rows in the order wanted, so that a keystroke in the filter sorts nothing.
    std::vector<int> m_order;
    /// Source rows, by row.
    std::vector<int> m_shown;
    /// Rows, by source row; NoPlace where it is not shown.
    std::vector<int> m_places;
    /// What has changed in the rows may change which match, and their order.
    QTimer m_update;
    bool m_isOrderOld = false;
};

} // namespace models
