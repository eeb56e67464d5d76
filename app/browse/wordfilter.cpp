// SPDX-License-Identifier: Apache-2.0
#include "browse/wordfilter.h"

#include <algorithm>

namespace browse {

WordFilter::WordFilter(const QString &text)
    : m_words(text.simplified().split(u' ', Qt::SkipEmptyParts))
{ }

bool WordFilter::matches(const QStringList &texts) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&texts](const QString &word) {
        return std::any_of(texts.begin(), texts.end(), [&word](const QString &text) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    });
}

} // namespace browse
