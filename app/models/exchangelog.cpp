// SPDX-License-Identifier: Apache-2.0
#include "models/exchangelog.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

QString statusText(const net::Exchange &exchange)
{
    return exchange.status > 0 ? QString::number(exchange.status) : exchange.failure.toString();
}

QString rateLimitText(const net::RateLimit &rateLimit)
{
    if (!rateLimit.isKnown())
        return {};
    const QLocale locale;
    //: Requests left of those that the rate limit allows
    return ExchangeLog::tr("%1 of %2")
        .arg(locale.toString(*rateLimit.remaining), locale.toString(*rateLimit.limit));
}

QString displayText(const net::Exchange &exchange, ExchangeLog::Column column)
{
    switch (column) {
    case ExchangeLog::Column::Time:
        return exchange.time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case ExchangeLog::Column::Method:
        return QString::fromLatin1(exchange.method);
    case ExchangeLog::Column::Url:
        return exchange.url.toString(QUrl::FullyEncoded);
    case ExchangeLog::Column::Status:
        return statusText(exchange);
    case ExchangeLog::Column::Duration:
        return ExchangeLog::tr("%1 ms").arg(QLocale().toString(exchange.duration.count()));
    case ExchangeLog::Column::Size:
        return QLocale().formattedDataSize(exchange.size, 1);
    case ExchangeLog::Column::RateLimit:
        return rateLimitText(exchange.rateLimit);
    }
    Q_UNREACHABLE();
}

} // namespace

void ExchangeLog::add(const net::Exchange &exchange)
{
    ++m_totalCount;
    if (rowCount() == Capacity) {
        beginRemoveRows({}, Capacity - 1, Capacity - 1);
        m_exchanges.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_exchanges.push_front(exchange);
    endInsertRows();
}

void ExchangeLog::clear()
{
    beginResetModel();
    m_exchanges.clear();
    m_totalCount = 0;
    endResetModel();
}

QString ExchangeLog::textOf(int row, int column) const
{
    return displayText(at(row), static_cast<Column>(column));
}

QVariant ExchangeLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isSize = orientation == Qt::Horizontal && section == static_cast<int>(Column::Size);
    return isSize && role == Qt::ToolTipRole
        ? tr("Size of the response body as sent: if compressed, before decompression")
        : TextTable::headerData(section, orientation, role);
}

QString ExchangeLog::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Time:
        return tr("Time");
    case Column::Method:
        return tr("Method");
    case Column::Url:
        return tr("URL");
    case Column::Status:
        return tr("Status");
    case Column::Duration:
        return tr("Duration");
    case Column::Size:
        return tr("Size");
    case Column::RateLimit:
        return tr("Rate limit");
    }
    Q_UNREACHABLE();
}

} // namespace models
