// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/querywords.h"

namespace buckets {

QList<QueryWord> queryWords(const QString &text)
{
    QList<QueryWord> words;
    bool isInWord = false;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace() && !isQuoted) {
            isInWord = false;
            continue;
        }
        if (!isInWord)
            words.append({{}, i, i, false});
        isInWord = true;
        QueryWord &word = words.last();
        word.end = i + 1;
        if (c == u'"') {
            word.beginsQuoted = word.beginsQuoted || !word.text.contains(u':');
            isQuoted = !isQuoted;
        } else {
            word.text += c;
        }
    }
    return words;
}

} // namespace buckets
