// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QDialog>

namespace ui {

/// Has `dialog`, which is about to open, deleted once it has closed. Where assistive technology
/// listens, it stays for a moment, hidden: Orca 48 asks about what it was told of while a dialog
/// closes, and says nothing for a minute if that is gone.
void deleteAfterClose(QDialog *dialog, bool isHeard = QAccessible::isActive());

} // namespace ui
