// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace share {

/// Written before a cell that begins like a formula: spreadsheets then take it for text.
inline constexpr char FormulaGuard = '\'';

/// Whether a spreadsheet might take a cell, in UTF-8, for a formula: it begins with `=`, `+`, `-`,
/// `@` or their full-width forms, after spaces too, or with a tab, a line break or a NUL.
bool beginsLikeFormula(QByteArrayView cell);

} // namespace share
