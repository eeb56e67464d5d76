// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/headerview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int SectionPadding = 10;
constexpr int SortArrowWidth = 8;

} // namespace

HeaderView::HeaderView(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    viewport()->setAttribute(Qt::WA_Hover);
}

QSize HeaderView::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), measures::headerHeight(font())};
}

/// A title that sorts the rows looks like one that can be clicked.
void HeaderView::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    // Qt's own cursor, for where a section ends, is that of the header; this is of what lies on it.
    const bool isAtEdge = testAttribute(Qt::WA_SetCursor);
    const bool sorts = sectionsClickable() && isSortIndicatorShown()
        && logicalIndexAt(event->position().toPoint()) >= 0;
    if (sorts && !isAtEdge)
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
}

/// With room for the arrow, so that a title is whole however the rows are sorted.
QSize HeaderView::sectionSizeFromContents(int logicalIndex) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(logicalIndex);
    if (!model())
        return size;
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(title) + 2 * SectionPadding + 2 * SortArrowWidth,
            size.height()};
}

void HeaderView::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, palette().base());
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::line(palette()));
    painter->setPen(invitesClick(logicalIndex) ? palette().color(QPalette::Text)
                                               : theme::mutedText(palette()));
    const QRect area = titleRect(rect, logicalIndex);
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    if (isSorted(logicalIndex))
        paintSortArrow(*painter, rect);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
}

/// A title that sorts answers the mouse; one that cannot looks as if it could not.
bool HeaderView::invitesClick(int logicalIndex) const
{
    return sectionsClickable() && viewport()->underMouse()
        && logicalIndexAt(viewport()->mapFromGlobal(QCursor::pos())) == logicalIndex;
}

bool HeaderView::isSorted(int logicalIndex) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
}

QRect HeaderView::titleRect(const QRect &section, int logicalIndex) const
{
    const int arrow = isSorted(logicalIndex) ? 2 * SortArrowWidth : 0;
    return section.adjusted(SectionPadding, 0, -SectionPadding / 2 - arrow, -1);
}

/// The title, if it is cut, and what is to be said of all columns.
QString HeaderView::toolTipOf(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    const QRect section(0, 0, sectionSize(logicalIndex), height());
    QStringList lines;
    if (fontMetrics().horizontalAdvance(title) > titleRect(section, logicalIndex).width())
        lines.append(title);
    if (!toolTip().isEmpty())
        lines.append(toolTip());
    return lines.join(u'\n');
}

bool HeaderView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int section = logicalIndexAt(help->pos());
    const QString text = section < 0 ? QString() : toolTipOf(section);
    QToolTip::showText(help->globalPos(), toolTipFor(text), this);
    return true;
}

void HeaderView::paintSortArrow(QPainter &painter, const QRect &section) const
{
    const QPointF middle(section.right() - SectionPadding / 2 - SortArrowWidth,
                         section.adjusted(0, 0, 0, -1).center().y() + 0.5);
    const qreal rise = sortIndicatorOrder() == Qt::AscendingOrder ? -2.0 : 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::accent(palette()), 1.6));
    painter.drawPolyline(QPolygonF(
        {middle + QPointF(-4, -rise), middle + QPointF(0, rise), middle + QPointF(4, -rise)}));
    painter.restore();
}

} // namespace ui
