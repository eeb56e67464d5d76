// SPDX-License-Identifier: Apache-2.0
#include "base/texts/wordfilter.h"

#include "base/texts/foldedtext.h"

#include <algorithm>

namespace base {

WordFilter::WordFilter(const QString &text)
    : m_words(base::foldedText(text).simplified().split(u' ', Qt::SkipEmptyParts))
{ }

bool WordFilter::matches(const QStringList &texts) const
{
    if (isEmpty())
        return true;
    QStringList folded;
    for (const QString &text : texts)
        folded.append(base::foldedText(text));
    return std::all_of(m_words.begin(), m_words.end(), [&folded](const QString &word) {
        return std::any_of(folded.begin(), folded.end(),
                           [&word](const QString &text) { return text.contains(word); });
    });
}

} // namespace base
