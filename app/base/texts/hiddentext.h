// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace base {

/// What is written as an escape.
enum class Hiding : quint8 {
    /// What changes what other programs do or show: control and format characters, line separators,
    /// halves of surrogate pairs. Joiners stay between what they join.
    Harmful,
    /// Those, and what looks like nothing, or like a blank and is none.
    Unseen,
};

/// The character at a place, which must be in the text. Half of a pair that has lost the other half
/// is a character of its own.
char32_t characterAt(QStringView text, qsizetype at);

/// Whether the character at a place of a text hides.
bool isHidden(QStringView text, qsizetype at, Hiding hiding);

/// A character as `\n`, `\u202E`, `\U000E0041`.
QString escapeOf(char32_t character);

/// Whether each backslash of a text is to be written twice, since the text has escapes, or what
/// looks like one: so no two texts are written alike.
bool needsDoubledBackslashes(QStringView text, Hiding hiding);

/// The text with escapes for what hides.
QString withEscapes(const QString &text, Hiding hiding);

/// JSON that says the same, and in whose strings nothing hides. Its line breaks and tabs stay.
QByteArray jsonWithEscapes(const QByteArray &json, Hiding hiding);

/// Whether withEscapes() may change a text, which is UTF-8: a guess that never misses, for most
/// texts have nothing to look for.
bool mayNeedEscapes(QByteArrayView text);

/// The text with one space for each tab and each line break, and all other spaces as they are.
QString withSpacesForBreaks(const QString &text);

} // namespace base
