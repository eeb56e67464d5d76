// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/choicewords.h"

#include "buckets/rows/textpool.h"

#include <QDir>
#include <QTranslator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

ChoiceWords::ChoiceWords(atlas::BucketField flag)
{
    for (const QLatin1StringView yes : {"yes"_L1, "true"_L1})
        add(true, yes);
    for (const QLatin1StringView no : {"no"_L1, "false"_L1})
        add(false, no);
    for (const bool answer : {false, true}) {
        add(answer, QString::fromLatin1(atlas::infoOf(flag).answers[answer ? 1 : 0]));
        add(answer, atlas::answerText(flag, answer));
    }
    const QDir translations(u":/i18n"_s);
    for (const QString &file : translations.entryList({u"bucketscope_*.qm"_s})) {
        QTranslator translator;
        if (!translator.load(translations.filePath(file)))
            continue;
        for (const bool answer : {false, true})
            add(answer, atlas::answerText(flag, answer, translator));
    }
}

void ChoiceWords::add(bool answer, const QString &word)
{
    const QByteArray folded = TextPool::foldedText(word);
    if (!folded.isEmpty() && !wordsFor(answer).contains(folded))
        (answer ? m_yes : m_no).append(folded);
}

/// A whole word may be the beginning of its opposite.
bool ChoiceWords::mean(bool answer, const QByteArray &word, bool isWhole) const
{
    const QByteArrayList &words = wordsFor(answer);
    if (isWhole || words.contains(word) || wordsFor(!answer).contains(word))
        return words.contains(word);
    return std::any_of(words.begin(), words.end(),
                       [&word](const QByteArray &known) { return known.startsWith(word); });
}

} // namespace buckets
