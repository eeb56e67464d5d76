// SPDX-License-Identifier: Apache-2.0
#include "browse/mixedlettersnote.h"

#include "browse/mixedletters.h"
#include "browse/showntext.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

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

} // namespace browse
