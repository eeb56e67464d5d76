// SPDX-License-Identifier: Apache-2.0
#include "models/changesmodel.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/timetext.h"
#include "insight/advice/changetext.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace models {

void ChangesModel::setChanges(const QList<insight::Change> &changes)
{
    if (changes == m_changes)
        return;
    beginResetModel();
    m_changes = changes;
    m_authors.clear();
    arrange();
    endResetModel();
}

/// What is selected stays so.
void ChangesModel::sort(int column, Qt::SortOrder order)
{
    if (m_sortColumn == column && m_sortOrder == order)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QList<qsizetype> before = m_order;
    arrange();
    const QModelIndexList known = persistentIndexList();
    QModelIndexList moved;
    for (const QModelIndex &index : known) {
        const auto row = m_order.indexOf(before[index.row()]);
        moved.append(createIndex(static_cast<int>(row), index.column()));
    }
    changePersistentIndexList(known, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ChangesModel::setAuthors(const insight::Authors &authors)
{
    if (authors == m_authors)
        return;
    m_authors = authors;
    tellAllChanged();
}

void ChangesModel::arrange()
{
    m_order.resize(m_changes.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sortColumn < 0)
        return;
    QCollator collator;
    collator.setNumericMode(true);
    const auto column = static_cast<Column>(m_sortColumn);
    std::stable_sort(m_order.begin(), m_order.end(), [&](qsizetype one, qsizetype other) {
        const int order =
            collator.compare(textOf(m_changes[one], column), textOf(m_changes[other], column));
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

std::optional<TextTable::Sorting> ChangesModel::sorting() const
{
    if (m_sortColumn < 0)
        return std::nullopt;
    return Sorting{m_sortColumn, m_sortOrder};
}

QString ChangesModel::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Seen:
        return tr("Seen");
    case Column::Change:
        return tr("Change");
    case Column::Project:
        return tr("Project");
    case Column::ExportBucket:
        return tr("Export bucket");
    case Column::Field:
        return tr("Field");
    case Column::Before:
        return tr("Before");
    case Column::After:
        return tr("After");
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<QDateTime> ChangesModel::timeOf(int row, int column) const
{
    return static_cast<Column>(column) == Column::Seen ? std::optional(changeAt(row).seen)
                                                       : std::nullopt;
}

QString ChangesModel::textOf(int row, int column) const
{
    return textOf(changeAt(row), static_cast<Column>(column));
}

QString ChangesModel::textOf(const insight::Change &change, Column column)
{
    switch (column) {
    case Column::Seen:
        return base::localTimeText(change.seen);
    case Column::Change:
        return insight::changeKindText(change.kind);
    case Column::Project:
        return change.projectName;
    case Column::ExportBucket:
        return base::orNothing(change.bucketName);
    case Column::Field:
        return insight::changeSubjectText(change);
    case Column::Before:
        return insight::changeValueText(change, change.before);
    case Column::After:
        return insight::changeValueText(change, change.after);
    }
    Q_UNREACHABLE();
    return {};
}

QString ChangesModel::toolTipOf(int row, int column) const
{
    const insight::Change &change = changeAt(row);
    switch (static_cast<Column>(column)) {
    case Column::Seen:
        return base::timeToolTip(change.seen);
    case Column::Project:
        return change.project.toHex();
    case Column::ExportBucket:
        return change.bucket ? change.bucket->toHex() : QString();
    case Column::Change:
        return authorTextOf(row);
    case Column::Field:
    case Column::Before:
    case Column::After:
        return {};
    }
    Q_UNREACHABLE();
    return {};
}

/// Empty if it is not known.
QString ChangesModel::authorTextOf(int row) const
{
    const auto author = m_authors.value(m_order[row]);
    return author ? insight::authorText(changeAt(row).kind, *author) : QString();
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.column() == static_cast<int>(Column::Change)) {
        if (const QString author = authorTextOf(index.row()); !author.isEmpty())
            return author;
    }
    return TextTable::data(index, role);
}

} // namespace models
