// SPDX-License-Identifier: Apache-2.0
#include "atlas/foldedtext.h"

#include <algorithm>

namespace atlas {

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

} // namespace atlas
