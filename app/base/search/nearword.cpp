// SPDX-License-Identifier: Apache-2.0
#include "base/search/nearword.h"

#include <algorithm>
#include <array>
#include <utility>

namespace base {

namespace {

constexpr int MostTypos = 1;

/// Of the beginnings of a word, how many typos lie between each and some end of a text: a column of
/// the table of optimal string alignment, in which the word may begin anywhere.
using Typos = std::array<quint8, NearWord::LongestWord + 1>;

} // namespace

/// A typo is in one half of the word, so that the other is as typed; or it swaps the two characters
/// in the middle.
NearWord::NearWord(const QString &word) : m_word(word)
{
    if (word.size() < ShortestWord || word.size() > LongestWord)
        return;
    const qsizetype half = word.size() / 2;
    QString swapped = word;
    std::swap(swapped[half - 1], swapped[half]);
    for (const QString &piece : {word.first(half), word.sliced(half), swapped})
        m_pieces.append(piece.toUtf8());
}

bool NearWord::isIn(const QString &text) const
{
    const auto length = static_cast<std::size_t>(std::min(m_word.size(), LongestWord));
    std::array<Typos, 3> columns{};
    for (std::size_t i = 0; i <= length; ++i)
        columns[0][i] = static_cast<quint8>(i);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto number = static_cast<std::size_t>(at);
        const Typos &before = columns[(number + 2) % 3];
        const Typos &last = columns[number % 3];
        Typos &typos = columns[(number + 1) % 3];
        typos[0] = 0;
        for (std::size_t i = 1; i <= length; ++i) {
            const QChar wanted = m_word[static_cast<qsizetype>(i) - 1];
            int least = std::min(
                {last[i - 1] + (wanted == text[at] ? 0 : 1), last[i] + 1, typos[i - 1] + 1});
            const bool isSwapped = i > 1 && at > 0 && wanted == text[at - 1]
                && m_word[static_cast<qsizetype>(i) - 2] == text[at];
            if (isSwapped)
                least = std::min(least, before[i - 2] + 1);
            typos[i] = static_cast<quint8>(least);
        }
        if (typos[length] <= MostTypos)
            return true;
    }
    return false;
}

} // namespace base
