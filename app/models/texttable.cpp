// SPDX-License-Identifier: Apache-2.0
#include "models/texttable.h"

#include "base/texts/agetext.h"
#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "buckets/search/sortedtitle.h"
#include "models/roles.h"

namespace models {

int TextTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : size();
}

int TextTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant TextTable::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (const auto time = timeOf(row, column))
            return base::agoText(*time, QDateTime::currentDateTimeUtc());
        return base::shownText(textOf(row, column));
    case FullTextRole:
        return textOf(row, column);
    case Qt::ToolTipRole:
        return base::toolTipWithLetters(toolTipOf(row, column), textOf(row, column));
    case Qt::AccessibleTextRole:
        if (timeOf(row, column))
            return textOf(row, column);
        return base::spokenWithLetters({}, textOf(row, column));
    default:
        return valueOf(row, column, role);
    }
}

QVariant TextTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isKnown = orientation == Qt::Horizontal && section >= 0 && section < m_columns;
    if (!isKnown)
        return {};
    const auto sorted = sorting();
    if (role == Qt::AccessibleTextRole && sorted && sorted->column == section)
        return buckets::sortedTitle(titleOf(section), sorted->order);
    return role == Qt::DisplayRole ? titleOf(section) : QVariant();
}

std::optional<QDateTime> TextTable::timeOf(int /*row*/, int /*column*/) const
{
    return std::nullopt;
}

QString TextTable::toolTipOf(int /*row*/, int /*column*/) const
{
    return {};
}

QVariant TextTable::valueOf(int /*row*/, int /*column*/, int /*role*/) const
{
    return {};
}

void TextTable::tellAllChanged()
{
    if (size() > 0)
        Q_EMIT dataChanged(index(0, 0), index(size() - 1, m_columns - 1));
}

} // namespace models
