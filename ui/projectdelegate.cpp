// SPDX-License-Identifier: Apache-2.0
#include "ui/projectdelegate.h"

#include "browse/projectlistmodel.h"
#include "ui/focusring.h"
#include "ui/theme.h"

#include <QPainter>

namespace ui {

namespace {

using browse::ProjectListModel;

constexpr int ItemHeight = 44;

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

void drawLine(QPainter &painter, const QRect &area, Qt::Alignment alignment, const QString &text)
{
    painter.drawText(
        area, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text.simplified(), Qt::ElideRight, area.width()));
}

} // namespace

void ProjectDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme::hovered(option.palette));

    const QRect area = option.rect.adjusted(theme::Margin, 4, -theme::Margin, -4);
    const QRect upper = area.adjusted(0, 0, 0, -area.height() / 2);
    const QRect lower = area.adjusted(0, area.height() / 2, 0, 0);

    const QString count = index.data(ProjectListModel::BucketCountRole).toString();
    painter->setFont(theme::smaller(option.font));
    painter->setPen(secondary(option));
    const int countWidth =
        count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + theme::Gap;
    drawLine(*painter, upper, Qt::AlignRight, count);
    drawLine(*painter, lower, Qt::AlignLeft, index.data(ProjectListModel::SummaryRole).toString());

    painter->setFont(theme::bold(option.font));
    painter->setPen(primary(option));
    drawLine(*painter, upper.adjusted(0, 0, -countWidth, 0), Qt::AlignLeft,
             index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect.adjusted(2, 2, -2, -2), ring(option));
    painter->restore();
}

QSize ProjectDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width =
        QFontMetrics(theme::bold(option.font)).horizontalAdvance(index.data().toString());
    return {width + 2 * theme::Margin, ItemHeight};
}

} // namespace ui
