// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/pagestack.h"

#include "ui/accessibility/statenews.h"

#include <utility>

namespace ui {

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QSize PageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

void PageStack::setBusy(bool isBusy)
{
    if (std::exchange(m_isBusy, isBusy) == isBusy)
        return;
    QAccessible::State changed;
    changed.busy = true;
    tellStateChanged(this, changed);
}

} // namespace ui
