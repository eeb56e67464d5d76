// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/authors/authorsof.h"
#include "insight/history/changes.h"
#include "models/texttable.h"

#include <QList>

namespace models {

/// What changed between two readings: the model of the `Changes` table. The order is that of the
/// changes until somebody sorts by a column.
class ChangesModel final : public TextTable
{
    Q_OBJECT

public:
    enum class Column { Seen, Change, Project, ExportBucket, Field, Before, After };
    static constexpr int ColumnCount = 7;

    explicit ChangesModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows these, and none that were shown before.
    void setChanges(const QList<insight::Change> &changes);
    /// Who made these changes: in the order in which setChanges() had them, or of none if shorter.
    void setAuthors(const insight::Authors &authors);
    /// By a column; -1: as they came.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// The change in `row`, which must be in [0, rowCount()).
    const insight::Change &changeAt(int row) const { return m_changes[m_order[row]]; }

private:
    int size() const override { return static_cast<int>(m_order.size()); }
    QString titleOf(int column) const override;
    std::optional<QDateTime> timeOf(int row, int column) const override;
    QString textOf(int row, int column) const override;
    std::optional<Sorting> sorting() const override;
    QString toolTipOf(int row, int column) const override;
    static QString textOf(const insight::Change &change, Column column);
    QString authorTextOf(int row) const;

    void arrange();

    QList<insight::Change> m_changes;
    insight::Authors m_authors;
    /// Which of m_changes stands in which row.
    QList<qsizetype> m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace models
