// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace base {

/// How many characters shownText() shows at most, unless told otherwise.
inline constexpr qsizetype LongestShownText = 2000;

/// Text from a server as it is put on screen.
///
/// What is not seen becomes an escape, such as `\n` or `\u202E`: control characters, marks and
/// overrides of the writing direction, letters without ink, spaces that are no blanks, line
/// separators, halves of surrogate pairs. Then, or where a text has what looks like an escape, each
/// backslash is shown twice. Blanks at the beginning and at the end are marked, `␣`, and words
/// that mix alphabets, `≈` (see mixedWords()). So no two texts are shown alike, unless whole words
/// of two alphabets are. What is longer than `longest` characters ends with `…` instead. Takes no
/// longer for a longer text.
QString shownText(const QString &fromServer, qsizetype longest = LongestShownText);

} // namespace base
