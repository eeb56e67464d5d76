// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace base {

/// A word that may have been mistyped: one character too many, too few, or wrong, or two neighbours
/// in each other's place.
class NearWord
{
public:
    /// Shorter words are near to too many others.
    static constexpr qsizetype ShortestWord = 4;
    /// Nobody types longer ones; what is pasted has no typos.
    static constexpr qsizetype LongestWord = 64;

    /// `word` is folded.
    explicit NearWord(const QString &word);

    /// Texts, as UTF-8, of which any text has at least one that the word is near to; empty if the
    /// word is too short, or too long.
    const QList<QByteArray> &pieces() const { return m_pieces; }
    /// Whether the word, mistyped once at most, is somewhere in `text`, which is folded.
    /// Of a word that is neither too short nor too long.
    bool isIn(const QString &text) const;

private:
    QString m_word;
    QList<QByteArray> m_pieces;
};

} // namespace base
