// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QModelIndex;

namespace browse {

/// The item data role of a cell's text as the server wrote it, to be copied; where it is nothing,
/// Qt::DisplayRole is the same.
inline constexpr int FullTextRole = 0x0200; // Qt::UserRole + 256: beyond the models' own.

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

/// The whole text of a cell, as the server wrote it.
QString fullText(const QModelIndex &index);

} // namespace browse
