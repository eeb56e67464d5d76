// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace buckets {

/// A word of a filter text, without its quotes.
struct QueryWord
{
    QString text;
    /// Where in the filter text it begins, and what comes behind it.
    qsizetype begin = 0;
    qsizetype end = 0;
    /// Whether a quote comes before any colon: then it names no field.
    bool beginsQuoted = false;
};

/// The words of a filter text, which are between spaces; quotes keep spaces in a word.
QList<QueryWord> queryWords(const QString &text);

} // namespace buckets
