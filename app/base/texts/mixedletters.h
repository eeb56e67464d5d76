// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace base {

/// Stands before each word that mixes alphabets, where a text is shown.
inline constexpr QChar MixedLettersMark = u'\u2248';

/// Where the words of a text begin that mix letters of alphabets which are not written together:
/// one of them may only look like a letter of the other, as the Cyrillic а does. The rule is that
/// of UTS 39, 5.2, “highly restrictive”: Latin letters go with Chinese, Japanese and Korean ones;
/// no others mix. Words end at blanks and at signs that part names: a Russian name beside an
/// English one is no mixture.
QList<qsizetype> mixedWords(QStringView text);

/// `Mixes Latin and Cyrillic letters`, of the first such word; nothing if there is none.
QString mixedLettersText(QStringView text);

} // namespace base
