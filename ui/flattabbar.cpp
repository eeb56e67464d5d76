// SPDX-License-Identifier: Apache-2.0
#include "ui/flattabbar.h"

#include "ui/focusring.h"
#include "ui/theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int Height = 32;
constexpr int TabPadding = 12;
constexpr int LineHeight = 2;

} // namespace

FlatTabBar::FlatTabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
}

void FlatTabBar::showText(int index, const QString &text, const QString &count)
{
    setTabData(index, count);
    if (tabText(index) != text)
        setTabText(index, text);
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + 2 * TabPadding, Height};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int index = 0; index < count(); ++index) {
        const QRect area = tabRect(index);
        const bool isCurrent = index == currentIndex();
        painter.setPen(isCurrent ? palette().color(QPalette::WindowText)
                                 : theme::mutedText(palette()));
        painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, tabText(index));
        if (isCurrent)
            painter.fillRect(area.left() + TabPadding / 2, area.bottom() - LineHeight + 1,
                             area.width() - TabPadding, LineHeight, theme::accent(palette()));
        if (isCurrent && hasFocus())
            paintFocusRing(painter, area.adjusted(2, 4, -2, -4), theme::accent(palette()));
    }
}

} // namespace ui
