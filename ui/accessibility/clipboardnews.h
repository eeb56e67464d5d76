// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QPlainTextEdit;
class QWidget;

namespace ui {

/// Puts `text` on the clipboard, and announces `news`, or that it was copied. Does nothing without
/// a text.
void copyAndTell(QWidget *widget, const QString &text, const QString &news = {});

/// The same with what is selected in `edit`.
void copySelectionAndTell(QPlainTextEdit *edit);

/// `3 rows copied`.
QString rowsCopiedText(int rows);

} // namespace ui
