// SPDX-License-Identifier: Apache-2.0
#include "base/texts/foldedtext.h"

#include <algorithm>

namespace base {

QString foldedText(const QString &text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        return text.toLower();
    // Qt folds a letter to one letter only, but knows all of them that an upper case has.
    return text.normalized(QString::NormalizationForm_KC)
        .toLower()
        .toUpper()
        .toCaseFolded()
        .normalized(QString::NormalizationForm_KC);
}

} // namespace base
