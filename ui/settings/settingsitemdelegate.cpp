// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingsitemdelegate.h"

#include "ui/look/focusring.h"
#include "ui/look/lineicon.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"
#include "ui/settings/profileedits.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int VerticalPadding = 7;
constexpr int DotSize = 10;
constexpr int IconSize = 16;

bool hasDot(const QModelIndex &index)
{
    return index.data(ProfileEdits::ColorRole).isValid();
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor textColor(const QStyleOptionViewItem &option)
{
    return option.palette.color(QPalette::Active,
                                isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (isSelected(option))
        painter.fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, theme::hovered(option.palette));
}

/// With a rim where the dot's colour might be lost on the selection's.
void paintDot(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
              const QRect &area)
{
    const auto profileColor =
        static_cast<accounts::ProfileColor>(index.data(ProfileEdits::ColorRole).toInt());
    const QColor color = theme::profileColor(option.palette, profileColor);
    if (!color.isValid())
        return;
    painter.setBrush(color);
    painter.setPen(isSelected(option) ? QPen(textColor(option), 1.5) : QPen(Qt::NoPen));
    painter.drawEllipse(
        QRectF(area.left(), QRectF(area).center().y() - DotSize / 2.0, DotSize, DotSize));
}

void paintErrorMark(QPainter &painter, const QStyleOptionViewItem &option, const QRect &area)
{
    const QColor color = isSelected(option) ? textColor(option) : theme::failure(option.palette);
    lineIcon(LineIcon::Failure, color)
        .paint(&painter,
               QRect(area.right() - IconSize + 1, area.center().y() - IconSize / 2 + 1, IconSize,
                     IconSize));
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(painter, option.rect.adjusted(2, 2, -2, -2), textColor(option));
}

} // namespace

void SettingsItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option);
    QRect area = option.rect.adjusted(theme::Margin, 0, -theme::Margin, 0);
    if (hasDot(index)) {
        paintDot(*painter, option, index, area);
        area.adjust(DotSize + theme::Gap, 0, 0, 0);
    }
    if (index.data(ProfileEdits::ErrorRole).toBool()) {
        paintErrorMark(*painter, option, area);
        area.adjust(0, 0, -IconSize - theme::Gap, 0);
    }
    painter->setPen(textColor(option));
    painter->setFont(option.font);
    painter->drawText(
        area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    paintFocus(*painter, option);
    painter->restore();
}

/// What is cut is whole in the tooltip.
bool SettingsItemDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()
        || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), toolTipFor(index.data().toString()), view);
    return true;
}

QSize SettingsItemDelegate::sizeHint(const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
    const int dot = hasDot(index) ? DotSize + theme::Gap : 0;
    const int mark = index.data(ProfileEdits::ErrorRole).toBool() ? IconSize + theme::Gap : 0;
    return {text + dot + mark + 2 * theme::Margin,
            option.fontMetrics.height() + 2 * VerticalPadding};
}

} // namespace ui
