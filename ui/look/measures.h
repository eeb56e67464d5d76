// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QFont;
class QWidget;

/// Heights that hold a line of text: more than the letters are high, by as much as looks calm.
namespace ui::measures {

/// A row of a table.
int rowHeight(const QFont &font);
/// The titles above a table.
int headerHeight(const QFont &font);
/// Two lines about one thing; `font` is that of the list.
int twoLineHeight(const QFont &font);
int tabHeight(const QFont &font);
int pillHeight(const QFont &font);
/// A width that is right for the usual letters, for those of `font`.
int widthFor(int usual, const QFont &font);

/// Runs `fit` now, and again whenever `widget` gets another font.
void keepFitting(QWidget &widget, const std::function<void()> &fit);

} // namespace ui::measures
