// SPDX-License-Identifier: Apache-2.0
#include "ui/accessibility/focuswindow.h"

#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/tabring.h"

#include <QEvent>
#include <QScreen>

namespace ui {

namespace {

/// What desktops put beside a window, and above and below it.
constexpr QSize AroundWindow(16, 70);

/// What had the focus may have gone while another window was active.
void prepareFocus(QWidget &window, const QEvent &event)
{
    if (event.type() == QEvent::WindowActivate)
        passFocusToHeir(window);
}

} // namespace

bool FocusWindow::event(QEvent *event)
{
    prepareFocus(*this, *event);
    return QMainWindow::event(event);
}

bool FocusWindow::focusNextPrevChild(bool next)
{
    return passFocusToHeir(*this) || goToTabStop(*this, next)
        || QMainWindow::focusNextPrevChild(next);
}

QSize FocusDialog::room() const
{
    return screen()->availableSize() - AroundWindow;
}

bool FocusDialog::event(QEvent *event)
{
    prepareFocus(*this, *event);
    if (event->type() == QEvent::Show && !event->spontaneous())
        resize(size().boundedTo(room()));
    return QDialog::event(event);
}

bool FocusDialog::focusNextPrevChild(bool next)
{
    return passFocusToHeir(*this) || goToTabStop(*this, next) || QDialog::focusNextPrevChild(next);
}

} // namespace ui
