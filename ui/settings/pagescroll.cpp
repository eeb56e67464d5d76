// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/pagescroll.h"

#include "ui/accessibility/focuswindow.h"

#include <algorithm>

namespace ui {

PageScroll::PageScroll(QWidget *page)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

int PageScroll::heightToSeeAll(const FocusDialog &dialog, const QWidget &body, int width) const
{
    const int others = dialog.sizeHint().height() - body.sizeHint().height();
    return std::min(widget()->heightForWidth(width) + others, dialog.room().height());
}

} // namespace ui
