// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/wire/exchange.h"

#include <QAbstractTableModel>

#include <deque>

namespace models {

/// The latest HTTP requests, newest first: the model of the `Requests` table.
class ExchangeLog : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Method, Url, Status, Duration, Size, RateLimit };
    static constexpr int ColumnCount = 7;

    /// How many are kept; the oldest go first.
    static constexpr int Capacity = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    void add(const net::Exchange &exchange);
    void clear();

    const net::Exchange &at(int row) const { return m_exchanges[static_cast<std::size_t>(row)]; }
    /// How many there have been, those no longer kept included.
    qint64 totalCount() const { return m_totalCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    std::deque<net::Exchange> m_exchanges;
    qint64 m_totalCount = 0;
};

} // namespace models
