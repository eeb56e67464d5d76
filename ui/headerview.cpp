// SPDX-License-Identifier: Apache-2.0
#include "ui/headerview.h"

#include "ui/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int SectionPadding = 10;

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

void HeaderView::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, palette().base());
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme::line(palette()));
    painter->setPen(theme::mutedText(palette()));
    const QRect area = rect.adjusted(SectionPadding, 0, -SectionPadding / 2, -1);
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
}

} // namespace ui
