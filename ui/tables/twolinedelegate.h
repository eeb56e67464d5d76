// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints a name and, if the row has one, a number of buckets; below them, in SummaryRole, more
/// about it.
class TwoLineDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace ui
