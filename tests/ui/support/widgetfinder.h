// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QWidget>

namespace testsupport {

/// The visible widget of type T with that accessible name below `root`; nullptr if there is none.
template<class T>
T *findByName(const QWidget *root, const QString &accessibleName)
{
    const auto widgets = root->findChildren<T *>();
    for (T *widget : widgets) {
        if (widget->accessibleName() == accessibleName && widget->isVisible())
            return widget;
    }
    return nullptr;
}

/// The visible label with that accessible description below `root`; nullptr if there is none.
QLabel *findLabel(const QWidget *root, const QString &accessibleDescription);

/// Clicks the middle of the visible widget with that accessible name. False if there is none, or it
/// is disabled.
bool click(const QWidget *root, const QString &accessibleName);

/// Shows the panes of the window that are folded away, which depends on the screen at first.
void unfoldPanes(const QWidget *window);

/// Types over what stands in the visible line edit or editable combo box with that accessible name.
/// False if there is none.
bool typeInto(const QWidget *root, const QString &accessibleName, const QString &text);

} // namespace testsupport
