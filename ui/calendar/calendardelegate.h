// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/calendar/daymarks.h"
#include "ui/tables/celldelegate.h"

namespace ui {

/// Paints the months of exports over time: a mark for each day and, where there is room, the
/// numbers below.
class CalendarDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    /// How wide a month must be for the numbers to be below the days.
    static int widthForNumbers(const QFont &font);
    /// How high a row must be for months of this width.
    static int rowHeight(int monthWidth, const QFont &font);

protected:
    Look lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
};

} // namespace ui
