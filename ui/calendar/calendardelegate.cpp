// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/calendardelegate.h"

#include "models/exportcalendarmodel.h"
#include "models/roles.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

/// On each side of a month.
constexpr int MonthPadding = 2;
/// Above and below what is in a row, together.
constexpr int MonthRoom = 12;
constexpr int NumberDistance = 3;

using CalendarColumns = models::ExportCalendarModel;

bool hasNumbers(int monthWidth, const QFont &font)
{
    return monthWidth >= CalendarDelegate::widthForNumbers(font);
}

int numberHeight(int monthWidth, const QFont &font)
{
    return hasNumbers(monthWidth, font)
        ? NumberDistance + QFontMetrics(theme::smaller(font)).height()
        : 0;
}

DayGrid gridIn(int monthWidth)
{
    return DayGrid::fitting(monthWidth - 2 * MonthPadding);
}

} // namespace

/// As wide as a month’s title, or as a month of daily exports that has all kinds of them.
int CalendarDelegate::widthForNumbers(const QFont &font)
{
    const int title = QFontMetrics(font).horizontalAdvance(u"0000-00"_s);
    const int numbers = QFontMetrics(theme::smaller(font)).horizontalAdvance(u"20 ✕9 □9"_s);
    return std::max(title, numbers) + 4 * MonthPadding;
}

int CalendarDelegate::rowHeight(int monthWidth, const QFont &font)
{
    const int days = gridIn(monthWidth).size().height();
    return std::max(measures::rowHeight(font), days + numberHeight(monthWidth, font) + MonthRoom);
}

CellDelegate::Look CalendarDelegate::lookOf(const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const
{
    Look look = CellDelegate::lookOf(option, index);
    if (index.column() < CalendarColumns::FirstMonthColumn)
        look.elide = Qt::ElideMiddle;
    if (index.row() == 0)
        look.font = theme::bold(look.font);
    return look;
}

void CalendarDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    if (!CalendarColumns::isMonth(index.column())) {
        CellDelegate::paintContent(painter, option, index);
        return;
    }
    const QList<int> days = index.data(models::DayMarksRole).value<QList<int>>();
    const DayGrid grid = gridIn(option.rect.width());
    const int numbers = numberHeight(option.rect.width(), option.font);
    const QRect cell = option.rect.adjusted(0, 0, 0, -1);
    const QPoint place(cell.left() + (cell.width() - grid.size().width()) / 2,
                       cell.top() + (cell.height() - grid.size().height() - numbers) / 2);
    paintDays(painter, place, days, grid, option.palette);
    if (numbers == 0 && !days.isEmpty())
        return;
    // Without days it tells whether there was nothing, or nothing is known.
    painter.setFont(theme::smaller(option.font));
    painter.setPen(days.isEmpty() ? theme::mutedText(option.palette)
                                  : option.palette.color(QPalette::Text));
    const auto elidedTo = [&painter, text = index.data().toString()](int width) {
        return painter.fontMetrics().elidedText(text, Qt::ElideRight, width - 2 * MonthPadding);
    };
    if (days.isEmpty()) {
        painter.drawText(cell, Qt::AlignCenter, elidedTo(cell.width()));
        return;
    }
    const QRect below(cell.left(), place.y() + grid.size().height(), cell.width(), numbers);
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignBottom, elidedTo(below.width()));
}

} // namespace ui
