// SPDX-License-Identifier: Apache-2.0
#include "browse/wordfilter.h"

#include "atlas/foldedtext.h"

#include <algorithm>

namespace browse {

WordFilter::WordFilter(const QString &text)
    : m_words(atlas::foldedText(text).simplified().split(u' ', Qt::SkipEmptyParts))
{ }

bool WordFilter::matches(const QStringList &texts) const
{
    if (isEmpty())
        return true;
    QStringList folded;
    for (const QString &text : texts)
        folded.append(atlas::foldedText(text));
    return std::all_of(m_words.begin(), m_words.end(), [&folded](const QString &word) {
        return std::any_of(folded.begin(), folded.end(),
                           [&word](const QString &text) { return text.contains(word); });
    });
}

} // namespace browse
