// SPDX-License-Identifier: Apache-2.0
#include "ui/flattabwidget.h"

#include "ui/flattabbar.h"

namespace ui {

FlatTabWidget::FlatTabWidget(QWidget *parent) : QTabWidget(parent)
{
    setTabBar(new FlatTabBar(this));
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
}

} // namespace ui
