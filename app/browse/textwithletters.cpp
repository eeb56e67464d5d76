// SPDX-License-Identifier: Apache-2.0
#include "browse/textwithletters.h"

#include "browse/mixedletters.h"
#include "browse/showntext.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

QString joined(const QString &own, const QString &text, QLatin1StringView separator)
{
    const QString letters = mixedLettersText(text);
    if (letters.isEmpty())
        return own;
    return (own.isEmpty() ? shownText(text) : own) + separator + letters;
}

} // namespace

QString toolTipWithLetters(const QString &own, const QString &text)
{
    return joined(own, text, "\n"_L1);
}

QString spokenWithLetters(const QString &own, const QString &text)
{
    return joined(own, text, ". "_L1);
}

} // namespace browse
