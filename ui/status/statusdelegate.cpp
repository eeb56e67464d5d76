// SPDX-License-Identifier: Apache-2.0
#include "ui/status/statusdelegate.h"

#include "ui/look/theme.h"

namespace ui {

namespace {

bool isFailure(const QString &status)
{
    bool isNumber = false;
    const int number = status.toInt(&isNumber);
    return !isNumber || number >= 400;
}

} // namespace

StatusDelegate::StatusDelegate(int statusColumn, QObject *parent)
    : CellDelegate(parent), m_statusColumn(statusColumn)
{ }

CellDelegate::Look StatusDelegate::lookOf(const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    Look look = CellDelegate::lookOf(option, index);
    if (index.column() == m_statusColumn && isFailure(index.data().toString()))
        look.color = theme::failure(option.palette);
    return look;
}

} // namespace ui
