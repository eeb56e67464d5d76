// SPDX-License-Identifier: Apache-2.0
#include "ui/calendar/calendartable.h"

#include "models/exportcalendarmodel.h"
#include "ui/calendar/calendardelegate.h"
#include "ui/calendar/calendarheader.h"
#include "ui/look/measures.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

using CalendarModel = models::ExportCalendarModel;

constexpr int Months = buckets::CalendarSpan::Months;
constexpr int ProjectWidth = 120;
constexpr int ClusterWidth = 120;
constexpr int LeastClusterWidth = 50;
constexpr int TotalWidth = 104;
/// Of marks that are easy to see, and of the smallest.
constexpr int GoodMonthWidth = 23;
constexpr int LeastMonthWidth = 18;
constexpr int MostMonthWidth = 80;

} // namespace

CalendarTable::CalendarTable(const QString &name, QWidget *parent) : TableView(name, parent)
{
    setHorizontalHeader(new CalendarHeader(this));
    setItemDelegate(new CalendarDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CalendarTable::setModel(QAbstractItemModel *model)
{
    TableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &CalendarTable::fit);
    fit();
}

void CalendarTable::showProjects(bool shown)
{
    m_hasProjects = shown;
    fit();
}

void CalendarTable::setMostRows(int rows)
{
    m_mostRows = rows;
    fit();
}

int CalendarTable::heightOf(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
        + (horizontalScrollBar()->isVisibleTo(this) ? horizontalScrollBar()->height() : 0);
}

QSize CalendarTable::sizeHint() const
{
    const int rows = model() ? std::clamp(model()->rowCount(), 1, m_mostRows) : 1;
    return {TableView::sizeHint().width(), heightOf(rows)};
}

QSize CalendarTable::minimumSizeHint() const
{
    // Part of a row, and it can be scrolled: no room may grow for it.
    return {TableView::minimumSizeHint().width(),
            horizontalHeader()->sizeHint().height() + verticalHeader()->defaultSectionSize() / 2};
}

void CalendarTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    fit();
}

/// After the rows have been fitted to the font as those of any table are.
void CalendarTable::changeEvent(QEvent *event)
{
    TableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void CalendarTable::fit()
{
    if (!model())
        return;
    const int room = viewport()->width();
    const int project = m_hasProjects ? measures::widthFor(ProjectWidth, font()) : 0;
    const int least = measures::widthFor(LeastClusterWidth, font());
    const int total = measures::widthFor(TotalWidth, font());
    const int month =
        std::max(LeastMonthWidth, fontMetrics().horizontalAdvance(QStringLiteral("12")) + 2);
    const int good = std::max(GoodMonthWidth, month);
    const bool hasTotal = m_hasProjects || project + least + Months * good + total <= room;
    const int forTotal = hasTotal ? total : 0;
    const int cluster = std::clamp(room - project - forTotal - Months * good, least,
                                   measures::widthFor(ClusterWidth, font()));
    const int monthWidth = std::clamp((room - project - forTotal - cluster) / Months, month,
                                      measures::widthFor(MostMonthWidth, font()));
    setColumnHidden(CalendarModel::ProjectColumn, !m_hasProjects);
    setColumnHidden(CalendarModel::TotalColumn, !hasTotal);
    setColumnWidth(CalendarModel::ProjectColumn, project);
    setColumnWidth(CalendarModel::ClusterColumn, cluster);
    for (int column = 0; column < Months; ++column)
        setColumnWidth(CalendarModel::FirstMonthColumn + column, monthWidth);
    setColumnWidth(CalendarModel::TotalColumn, total);
    horizontalHeader()->setStretchLastSection(hasTotal);
    verticalHeader()->setDefaultSectionSize(CalendarDelegate::rowHeight(monthWidth, font()));
    setMaximumHeight(sizeHint().height());
    updateGeometry();
}

} // namespace ui
