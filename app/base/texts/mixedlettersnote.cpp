// SPDX-License-Identifier: Apache-2.0
#include "base/texts/mixedlettersnote.h"

#include "base/texts/mixedletters.h"
#include "base/texts/showntext.h"

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

QString withNote(const QString &own, const QString &text, QLatin1StringView separator)
{
    const QString letters = mixedLettersText(text);
    if (letters.isEmpty())
        return own;
    return (own.isEmpty() ? shownText(text) : own) + separator + letters;
}

} // namespace

QString toolTipWithLetters(const QString &own, const QString &text)
{
    return withNote(own, text, "\n"_L1);
}

QString spokenWithLetters(const QString &own, const QString &text)
{
    return withNote(own, text, ". "_L1);
}

} // namespace base
