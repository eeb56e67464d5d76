// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/flattabwidget.h"

#include "ui/look/theme.h"
#include "ui/parts/flattabbar.h"

#include <QPainter>

namespace ui {

FlatTabWidget::FlatTabWidget(QWidget *parent) : QTabWidget(parent), m_bar(new FlatTabBar(this))
{
    setTabBar(m_bar);
    setDocumentMode(true);
    // Before its pages, for assistive technology.
    m_bar->lower();
}

void FlatTabWidget::showText(const QWidget &page, const QString &text, const QString &count)
{
    m_bar->showText(indexOf(&page), text, count);
}

/// A line under the whole row; Fusion would draw one under the corner alone.
void FlatTabWidget::paintEvent(QPaintEvent *)
{
    const int top = tabBar()->geometry().bottom();
    QPainter(this).fillRect(0, top, width(), 1, theme::line(palette()));
}

} // namespace ui
