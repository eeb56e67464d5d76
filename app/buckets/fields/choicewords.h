// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"

#include <QByteArray>
#include <QByteArrayList>

namespace buckets {

/// What may be typed for yes and for no of a flag: `yes`, `true` and what the table shows for it,
/// in each language that the program speaks; likewise for no. So a filter finds the same in every
/// language.
class ChoiceWords
{
public:
    /// Reads the program's translations.
    explicit ChoiceWords(atlas::BucketField flag);

    /// Whether `word`, folded, is one for the answer: the beginning of one, or all of it if it must
    /// be whole or is a word of its own. The empty word is the beginning of all.
    bool mean(bool answer, const QByteArray &word, bool isWhole) const;

private:
    void add(bool answer, const QString &word);
    const QByteArrayList &wordsFor(bool answer) const { return answer ? m_yes : m_no; }

    QByteArrayList m_yes;
    QByteArrayList m_no;
};

} // namespace buckets
