// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/twolinedelegate.h"

#include "models/roles.h"
#include "ui/look/focusring.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

QColor secondary(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected) ? theme::highlightedDetail(option.palette)
                                                         : theme::mutedText(option.palette);
}

QColor ring(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected)
        ? option.palette.color(QPalette::HighlightedText)
        : theme::accent(option.palette);
}

QColor primary(const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
}

QRect areaOf(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(theme::Margin, 4, -theme::Margin, -4);
}

/// With the gap before it.
int countWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString count = index.data(models::BucketCountRole).toString();
    const QFontMetrics metrics(theme::smaller(option.font));
    return count.isEmpty() ? 0 : metrics.horizontalAdvance(count) + theme::Gap;
}

bool isCut(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int room = areaOf(option).width();
    const QFontMetrics name(theme::bold(option.font));
    const QFontMetrics summary(theme::smaller(option.font));
    return name.horizontalAdvance(index.data().toString()) > room - countWidth(option, index)
        || summary.horizontalAdvance(index.data(models::SummaryRole).toString()) > room;
}

void drawLine(QPainter &painter, const QRect &area, Qt::Alignment alignment, const QString &text)
{
    painter.drawText(
        area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text.simplified(), Qt::ElideRight, area.width()));
}

} // namespace

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme::hovered(option.palette));

    const QRect area = areaOf(option);
    const QRect upper = area.adjusted(0, 0, 0, -area.height() / 2);
    const QRect lower = area.adjusted(0, area.height() / 2, 0, 0);

    painter->setFont(theme::smaller(option.font));
    painter->setPen(secondary(option));
    drawLine(*painter, upper, Qt::AlignRight, index.data(models::BucketCountRole).toString());
    drawLine(*painter, lower, Qt::AlignLeft, index.data(models::SummaryRole).toString());

    painter->setFont(theme::bold(option.font));
    painter->setPen(primary(option));
    drawLine(*painter, upper.adjusted(0, 0, -countWidth(option, index), 0), Qt::AlignLeft,
             index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect.adjusted(2, 2, -2, -2), ring(option));
    painter->restore();
}

/// What is cut is whole in the tooltip.
bool TwoLineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid() || !isCut(option, index))
        return CellDelegate::helpEvent(event, view, option, index);
    const QStringList lines{index.data().toString(), index.data(models::SummaryRole).toString()};
    QToolTip::showText(event->globalPos(), toolTipFor(lines.join(u'\n').trimmed()), view);
    return true;
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width =
        QFontMetrics(theme::bold(option.font)).horizontalAdvance(index.data().toString());
    return {width + 2 * theme::Margin, measures::twoLineHeight(option.font)};
}

} // namespace ui
