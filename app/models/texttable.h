// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QDateTime>

#include <optional>

namespace models {

/// A flat table of texts, of ours and of servers: what all such tables have in common. Of the
/// window's thread.
class TextTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    /// By what rows are sorted.
    struct Sorting
    {
        int column = 0;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    /// `columns` is how many there are.
    TextTable(int columns, QObject *parent) : QAbstractTableModel(parent), m_columns(columns) { }

    /// How many rows there are.
    virtual int size() const = 0;
    /// What stands above a column, in the language of the moment.
    virtual QString titleOf(int column) const = 0;
    /// The text of a cell as it came: hidden characters are shown by data().
    virtual QString textOf(int row, int column) const = 0;
    /// The time that a cell tells, if it tells one: it is shown by how long ago it was, and said
    /// and copied as textOf() has it.
    virtual std::optional<QDateTime> timeOf(int row, int column) const;
    /// By which column the rows are sorted, and how; nothing if they are not, or cannot be.
    virtual std::optional<Sorting> sorting() const { return std::nullopt; }
    /// What is to be said of a cell besides, if anything.
    virtual QString toolTipOf(int row, int column) const;
    /// What a cell tells for roles that are not about its text.
    virtual QVariant valueOf(int row, int column, int role) const;

    /// Tells that all cells may be others, in the rows that there are.
    void tellAllChanged();

private:
    int m_columns;
};

} // namespace models
