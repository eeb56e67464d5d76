// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/texttable.h"
#include "net/wire/exchange.h"

#include <deque>

namespace models {

/// The latest HTTP requests, newest first: the model of the `Requests` table.
class ExchangeLog final : public TextTable
{
    Q_OBJECT

public:
    enum class Column { Time, Method, Url, Status, Duration, Size, RateLimit };
    static constexpr int ColumnCount = 7;

    /// How many are kept; the oldest go first.
    static constexpr int Capacity = 1000;

    explicit ExchangeLog(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    void add(const net::Exchange &exchange);
    void clear();

    const net::Exchange &at(int row) const { return m_exchanges[static_cast<std::size_t>(row)]; }
    /// How many there have been, those no longer kept included.
    qint64 totalCount() const { return m_totalCount; }

    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    int size() const override { return static_cast<int>(m_exchanges.size()); }
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;

    std::deque<net::Exchange> m_exchanges;
    qint64 m_totalCount = 0;
};

} // namespace models
