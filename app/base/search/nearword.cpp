// SPDX-License-Identifier: Apache-2.0
#include "base/search/nearword.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace base {

namespace {

constexpr int MostTypos = 1;

/// Of the beginnings of a word, how many typos lie between each and some end of a text: a column of
/// the table of optimal string alignment, in which the word may begin anywhere.
using Typos = std::vector<int>;

Typos typosBefore(const QString &word)
{
    Typos typos(static_cast<std::size_t>(word.size()) + 1);
    for (std::size_t i = 0; i < typos.size(); ++i)
        typos[i] = static_cast<int>(i);
    return typos;
}

} // namespace

/// A typo is in one half of the word, so that the other is as typed; or it swaps the two characters
/// in the middle.
NearWord::NearWord(const QString &word) : m_word(word)
{
    if (word.size() < ShortestWord)
        return;
    const qsizetype half = word.size() / 2;
    QString swapped = word;
    std::swap(swapped[half - 1], swapped[half]);
    for (const QString &piece : {word.first(half), word.sliced(half), swapped})
        m_pieces.append(piece.toUtf8());
}

bool NearWord::isIn(const QString &text) const
{
    Typos before;
    Typos last = typosBefore(m_word);
    const auto length = static_cast<std::size_t>(m_word.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        Typos typos(length + 1);
        for (std::size_t i = 1; i <= length; ++i) {
            const QChar wanted = m_word[static_cast<qsizetype>(i) - 1];
            const int other = wanted == text[at] ? 0 : 1;
            typos[i] = std::min({last[i - 1] + other, last[i] + 1, typos[i - 1] + 1});
            const bool isSwapped = i > 1 && at > 0 && wanted == text[at - 1]
                && m_word[static_cast<qsizetype>(i) - 2] == text[at];
            if (isSwapped)
                typos[i] = std::min(typos[i], before[i - 2] + 1);
        }
        if (typos[length] <= MostTypos)
            return true;
        before = std::exchange(last, std::move(typos));
    }
    return false;
}

} // namespace base
