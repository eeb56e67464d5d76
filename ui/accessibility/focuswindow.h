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

/// A dialog that does the same.
class FocusDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
};

} // namespace ui
