// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStackedWidget>
#include <QWidget>

namespace ui {

/// Who gets the keyboard focus once what has it, `part` or something in it, is disabled or hidden:
/// the first of `heirs` that can take it, or the first in it that can, but never a button. If none
/// can, the heirs of the parent of `part` are asked. Without heirs Qt gives it to whatever comes
/// next, where the next Space does something else.
void setFocusHeirs(QWidget &part, const QList<QWidget *> &heirs);

/// Gives the focus to an heir if what has it in `window` is disabled or hidden. False if it need
/// not move, or if there is no heir. A window calls it in its focusNextPrevChild(), which Qt also
/// calls in the midst of disabling or hiding what has the focus.
bool passFocusToHeir(QWidget &window);

/// Shows `page` of `stack`. A focus in the page that goes is given to an heir; Qt would look for
/// the first part of the page that comes, even if it is a button.
void showPage(QStackedWidget &stack, QWidget &page);

} // namespace ui
