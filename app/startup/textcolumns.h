// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace startup {

/// What a terminal shows in a line, at least.
inline constexpr int TerminalColumns = 80;

/// How many columns of a terminal a text takes; letters of East Asia take two.
int columnsOf(QStringView text);

/// As much of the text as goes into so many columns.
QString cutToColumns(const QString &text, int columns);

/// The text in lines of no more than TerminalColumns, broken at blanks, each with `indent` blanks
/// before it and a line break behind it.
QString wrapped(const QString &text, int indent);

} // namespace startup
