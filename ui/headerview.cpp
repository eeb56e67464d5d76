// SPDX-License-Identifier: Apache-2.0
#include "ui/headerview.h"

#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>

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
}

QSize HeaderView::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), theme::RowHeight + 2};
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
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(title) + 2 * SectionPadding + 2 * SortArrowWidth,
            QHeaderView::sectionSizeFromContents(logicalIndex).height()};
}

void HeaderView::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, palette().base());
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::line(palette()));
    painter->setPen(theme::mutedText(palette()));
    QRect area = rect.adjusted(SectionPadding, 0, -SectionPadding / 2, -1);
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    if (isSortIndicatorShown() && sortIndicatorSection() == logicalIndex)
        area.setRight(area.right() - paintSortArrow(*painter, area));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
}

/// Returns how much of the width it takes.
int HeaderView::paintSortArrow(QPainter &painter, const QRect &area) const
{
    const QPointF middle(area.right() - SortArrowWidth, area.center().y() + 0.5);
    const qreal rise = sortIndicatorOrder() == Qt::AscendingOrder ? -2.0 : 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::accent(palette()), 1.6));
    painter.drawPolyline(QPolygonF(
        {middle + QPointF(-4, -rise), middle + QPointF(0, rise), middle + QPointF(4, -rise)}));
    painter.restore();
    return 2 * SortArrowWidth;
}

} // namespace ui
