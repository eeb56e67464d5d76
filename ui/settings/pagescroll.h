// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace ui {

class FocusDialog;

/// Shows a page of the settings, which becomes its own. One that is longer than there is room
/// scrolls.
class PageScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageScroll(QWidget *page);

    /// How tall `dialog` has to be for the page, of this width, in its `body`, to be seen without
    /// scrolling; but not taller than its screen.
    int heightToSeeAll(const FocusDialog &dialog, const QWidget &body, int width) const;
};

} // namespace ui
