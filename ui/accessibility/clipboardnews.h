// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace ui {

/// Puts `text` on the clipboard, and announces `news`, or that it was copied. Does nothing without
/// a text.
void copyAndTell(QWidget *widget, const QString &text, const QString &news = {});

/// `3 rows copied`.
QString rowsCopiedText(int rows);

} // namespace ui
