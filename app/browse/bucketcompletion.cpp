// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketcompletion.h"

#include "browse/bucketquery.h"
#include "browse/bucketvalues.h"

namespace browse {

BucketCompletion::BucketCompletion(const QString &text)
{
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"') {
            m_beginsQuoted = m_beginsQuoted || !m_word.contains(u':');
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            m_begin = i + 1;
            m_word.clear();
            m_beginsQuoted = false;
        } else {
            m_word += c;
        }
    }
}

QStringList BucketCompletion::terms(const BucketTableModel *model) const
{
    if (m_beginsQuoted)
        return {};
    const qsizetype colon = m_word.indexOf(u':');
    if (colon < 0)
        return fields();
    const auto column = BucketQuery::columnOf(m_word.first(colon + 1).toLower());
    if (!column || !model)
        return {};
    QStringList terms;
    const QString typed = m_word.mid(colon + 1);
    const QStringList values = mostFrequentValues(*model, *column, typed, MostTerms);
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

QStringList BucketCompletion::fields() const
{
    QStringList fields;
    for (const QString &prefix : BucketQuery::prefixes()) {
        if (prefix.startsWith(m_word, Qt::CaseInsensitive))
            fields.append(prefix);
    }
    return fields;
}

} // namespace browse
