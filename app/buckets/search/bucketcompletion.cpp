// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketcompletion.h"

#include "buckets/search/bucketquery.h"
#include "buckets/search/bucketvalues.h"

namespace buckets {

BucketCompletion::BucketCompletion(const QString &text)
{
    const QList<QueryWord> words = queryWords(text);
    const bool isInWord = !words.isEmpty() && words.constLast().end == text.size();
    m_word = isInWord ? words.constLast() : QueryWord{{}, text.size(), text.size(), false};
}

QStringList BucketCompletion::terms(const BucketRows *rows) const
{
    if (m_word.beginsQuoted)
        return {};
    const qsizetype colon = m_word.text.indexOf(u':');
    if (colon < 0)
        return fields();
    const auto column = BucketQuery::columnOf(m_word.text.first(colon + 1).toLower());
    if (!column)
        return wholeWords();
    if (!rows)
        return {};
    QStringList terms;
    const QString typed = m_word.text.mid(colon + 1);
    const QStringList values = mostFrequentValues(*rows, *column, typed, MostTerms);
    for (const QString &value : values)
        terms.append(BucketQuery::termFor(*column, value));
    // Nothing is left to complete.
    if (values == QStringList(typed))
        return {};
    return terms;
}

bool BucketCompletion::isField(const QString &term)
{
    return BucketQuery::columnOf(term).has_value();
}

/// Those that go on behind their colon.
QStringList BucketCompletion::wholeWords() const
{
    QStringList words = fields();
    words.removeIf([this](const QString &word) {
        return word.compare(m_word.text, Qt::CaseInsensitive) == 0;
    });
    return words;
}

QStringList BucketCompletion::fields() const
{
    QStringList fields;
    for (const QString &prefix : BucketQuery::prefixes()) {
        if (prefix.startsWith(m_word.text, Qt::CaseInsensitive))
            fields.append(prefix);
    }
    return fields;
}

} // namespace buckets
