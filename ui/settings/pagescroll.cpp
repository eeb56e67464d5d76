// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/pagescroll.h"

#include <QScreen>

#include <algorithm>

namespace ui {

namespace {

/// What desktops put around a window, and beside it.
constexpr int AroundWindow = 70;

} // namespace

PageScroll::PageScroll(QWidget *page)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

int PageScroll::heightToSeeAll(const QWidget &dialog, const QWidget &body, int width) const
{
    const int others = dialog.sizeHint().height() - body.sizeHint().height();
    const int room = dialog.screen()->availableSize().height() - AroundWindow;
    return std::min(widget()->heightForWidth(width) + others, room);
}

} // namespace ui
