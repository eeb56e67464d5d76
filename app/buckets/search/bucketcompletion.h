// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/search/querywords.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace buckets {

class BucketRows;

/// What the last word of a filter text, as BucketQuery reads it, can become.
class BucketCompletion
{
public:
    /// How many terms are offered at most.
    static constexpr int MostTerms = 50;

    explicit BucketCompletion(const QString &text);

    /// Whether the last word is still to begin.
    bool isEmpty() const { return m_word.text.isEmpty(); }
    /// Where in the text the last word begins.
    qsizetype begin() const { return m_word.begin; }

    /// Whole terms that may stand in place of the last word: fields, or values of the field that
    /// it names, those that most of `rows` have first. Without rows there are no values.
    QStringList terms(const BucketRows *rows) const;

    /// Whether a term is but a field, which wants a value.
    static bool isField(const QString &term);

private:
    QStringList fields() const;
    QStringList wholeWords() const;

    /// The last one; empty, at the end of the text, if it is still to begin.
    QueryWord m_word;
};

} // namespace buckets
