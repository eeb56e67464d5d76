// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

namespace base {

/// Texts by the hundred thousand, of which those are found that fit best what somebody types: one
/// buffer, searched at the speed of memory. A value; of no thread.
class TextIndex
{
public:
    /// How well a text fits, the best first.
    enum class Fit : quint8 {
        Whole,
        Beginning,
        BeginningOfWord,
        Inside,
        /// Something was mistyped.
        Near,
    };

    /// One that was found: its number counts from 0 in the order of add().
    struct Found
    {
        int number = 0;
        /// Of all words that were typed, the worst.
        Fit fit = Fit::Whole;

        friend bool operator==(const Found &, const Found &) = default;
    };

    /// For that many texts of that many bytes in all.
    void reserve(qsizetype texts, qsizetype bytes);
    /// Adds a text that base::foldedText() has made, as UTF-8. Of two that fit as well, the one of
    /// the lower `rank` is better; then the shorter; then the earlier.
    void add(QByteArrayView folded, quint8 rank = 0);
    int size() const { return static_cast<int>(m_ends.size()); }

    /// The `most` best, best first. Each word that was typed is in each of them, in any order;
    /// texts with a typo in a word are found where there are no others. Nothing typed finds
    /// nothing.
    QList<Found> find(const QString &typed, int most) const;

private:
    struct Candidate;
    struct Word;

    static QList<Word> wordsOf(const QString &typed);
    QByteArrayView text(int number) const;
    std::vector<int> textsWith(QByteArrayView needle) const;
    std::vector<int> textsNear(const Word &word) const;
    void collect(const std::vector<int> &numbers, const QList<Word> &words, bool areTyposFine,
                 std::vector<Candidate> &found) const;

    /// One after the other, each with a zero behind it, which nobody can type.
    QByteArray m_bytes;
    /// Where the zero of each text is.
    std::vector<std::uint32_t> m_ends;
    std::vector<quint8> m_ranks;
};

} // namespace base
