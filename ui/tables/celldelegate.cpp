// SPDX-License-Identifier: Apache-2.0
#include "ui/tables/celldelegate.h"

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

constexpr int HorizontalPadding = 10;

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme::selectedRow(option.palette));
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      theme::line(option.palette));
    paintContent(*painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, theme::accent(option.palette));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look look = lookOf(option, index);
    const int width = QFontMetrics(look.font).horizontalAdvance(index.data().toString());
    return {width + 2 * HorizontalPadding + 2, measures::rowHeight(option.font)};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data().toString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), toolTipFor(text), view);
    return true;
}

CellDelegate::Look CellDelegate::lookOf(const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    return {option.font, option.palette.color(QPalette::Text)};
}

void CellDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    paintText(painter, option, index, lookOf(option, index));
}

QRect CellDelegate::contentRect(const QRect &cell)
{
    return cell.adjusted(HorizontalPadding, 0, -HorizontalPadding, -1);
}

void CellDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const Look &look) const
{
    painter.setFont(look.font);
    painter.setPen(look.color);
    m_texts.draw(painter, contentRect(option.rect), index.data().toString().simplified(),
                 look.elide);
}

const QFont &CellDelegate::monospace(const QFont &base) const
{
    if (!m_monospace || m_monospace->base != base)
        m_monospace = Monospace{base, theme::monospace(base)};
    return m_monospace->font;
}

} // namespace ui
