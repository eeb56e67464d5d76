// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/calendarheader.h"

#include "models/exportcalendarmodel.h"
#include "models/roles.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace ui {

CalendarHeader::CalendarHeader(QWidget *parent) : HeaderView(parent)
{
    setSectionsClickable(false);
    setSectionsMovable(false);
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(1);
}

void CalendarHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!models::ExportCalendarModel::isMonth(logicalIndex)) {
        HeaderView::paintSection(painter, rect, logicalIndex);
        return;
    }
    painter->fillRect(rect, palette().base());
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::line(palette()));
    painter->setPen(theme::mutedText(palette()));
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const bool fits = fontMetrics().horizontalAdvance(title) <= rect.width();
    painter->drawText(
        rect.adjusted(0, 0, 0, -1), Qt::AlignCenter | Qt::TextSingleLine,
        fits
            ? title
            : model()->headerData(logicalIndex, Qt::Horizontal, models::ShortTitleRole).toString());
}

} // namespace ui
