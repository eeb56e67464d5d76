// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/flattabbar.h"

#include "ui/look/focusring.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/look/tooltiptext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int TabPadding = 12;
/// Where there is little room.
constexpr int LeastTabPadding = 5;
constexpr int LineHeight = 2;

} // namespace

FlatTabBar::FlatTabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    // Arrows would lie over the tabs: these come closer to each other instead.
    setUsesScrollButtons(false);
}

void FlatTabBar::showText(int index, const QString &text, const QString &count)
{
    setTabData(index, count);
    if (tabText(index) != text)
        setTabText(index, text);
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    return sizeWith(TabPadding, index);
}

QSize FlatTabBar::minimumTabSizeHint(int index) const
{
    return sizeWith(LeastTabPadding, index);
}

QSize FlatTabBar::sizeWith(int padding, int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + 2 * padding,
            measures::tabHeight(font())};
}

QString FlatTabBar::shownText(int index) const
{
    return fontMetrics().elidedText(tabText(index), Qt::ElideRight, tabRect(index).width());
}

bool FlatTabBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QTabBar::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int tab = tabAt(help->pos());
    if (tab < 0 || shownText(tab) == tabText(tab))
        return QTabBar::event(event);
    QToolTip::showText(help->globalPos(), toolTipFor(tabText(tab)), this);
    return true;
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index) {
        const QRect area = tabRect(index);
        const bool isCurrent = index == currentIndex();
        painter.setPen(isCurrent ? palette().color(QPalette::WindowText)
                                 : theme::mutedText(palette()));
        painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, shownText(index));
        const int padding = (area.width() - fontMetrics().horizontalAdvance(tabText(index))) / 2;
        if (isCurrent)
            painter.fillRect(area.left() + padding / 2, area.bottom() - LineHeight + 1,
                             area.width() - padding, LineHeight, theme::accent(palette()));
        if (isCurrent && hasFocus())
            paintFocusRing(painter, area.adjusted(2, 4, -2, -4), theme::accent(palette()));
    }
}

} // namespace ui
