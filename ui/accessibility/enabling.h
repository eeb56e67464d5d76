// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QString>
#include <QWidget>

namespace ui {

/// Enables `control` if nothing is in its way. Else disables it, and its tooltip says `obstacle`, a
/// sentence, for as long.
void enableUnless(QWidget &control, const QString &obstacle);

/// The same for an entry of a menu, which shows its tooltips from then on.
void enableUnless(QAction &entry, const QString &obstacle);

} // namespace ui
