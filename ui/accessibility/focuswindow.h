// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QMainWindow>

namespace ui {

/// A window in which Tab follows the order on screen, and a focus that would be lost goes to an
/// heir, as setFocusHeirs() says.
class FocusWindow : public QMainWindow
{
    Q_OBJECT

public:
    using QMainWindow::QMainWindow;

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
};

/// A dialog that does the same, and opens no larger than there is room.
class FocusDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    /// How large it can be on its screen, without what the desktop puts around it.
    QSize room() const;

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
};

} // namespace ui
