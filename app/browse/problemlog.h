// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>

namespace browse {

/// What went wrong, newest first: the model of the `Problems` table.
class ProblemLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Status, ErrorCode, Reason, Detail, Request, Hint };
    static constexpr int ColumnCount = 7;

    enum Role {
        /// A value to sort by.
        SortRole = Qt::UserRole + 1,
    };

    /// How many are kept; the oldest go first.
    static constexpr int Capacity = 500;

    struct Problem
    {
        /// UTC.
        QDateTime time;
        atlas::ApiError error;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void add(const atlas::ApiError &error);
    void clear();

    /// `row` must be in [0, rowCount()).
    const Problem &at(int row) const { return m_problems[static_cast<std::size_t>(row)]; }

    /// All problems in full, as plain text to be sent to a colleague. Carries no secret.
    QString report() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::deque<Problem> m_problems;
};

} // namespace browse
