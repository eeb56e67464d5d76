// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints a count as a bar: its label, the bar, the count and its part of all.
class BarDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
