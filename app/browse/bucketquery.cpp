// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketquery.h"

#include "browse/textpool.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

struct FieldName
{
    QLatin1StringView prefix;
    BucketColumn column = BucketColumn::Name;
};

constexpr std::array FieldNames{
    FieldName{"name:"_L1, BucketColumn::Name},
    FieldName{"provider:"_L1, BucketColumn::Provider},
    FieldName{"region:"_L1, BucketColumn::Region},
    FieldName{"role:"_L1, BucketColumn::RoleId},
    FieldName{"private:"_L1, BucketColumn::PrivateNetworking},
    FieldName{"url:"_L1, BucketColumn::ServiceUrl},
    FieldName{"tenant:"_L1, BucketColumn::TenantId},
    FieldName{"registered:"_L1, BucketColumn::Registered},
    FieldName{"id:"_L1, BucketColumn::Id},
    FieldName{"project:"_L1, BucketColumn::Project},
};
constexpr auto UsedPrefix = "used:"_L1;
constexpr auto UnusedPrefix = "unused:"_L1;

/// A word as it was typed.
struct Word
{
    QString text;
    /// Whether a quote comes before any colon: then it names no field.
    bool beginsQuoted = false;
};

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    Word word;
    bool isQuoted = false;
    const auto end = [&] {
        if (!word.text.isEmpty())
            words.append(word);
        word = {};
    };
    for (const QChar c : text) {
        if (c == u'"') {
            word.beginsQuoted = word.beginsQuoted || !word.text.contains(u':');
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            end();
        } else {
            word.text += c;
        }
    }
    end();
    return words;
}

} // namespace

BucketQuery::BucketQuery(const QString &text)
{
    const QList<Word> words = wordsOf(text);
    for (const Word &word : words)
        take(word.text, word.beginsQuoted);
}

void BucketQuery::take(const QString &word, bool isQuoted)
{
    const QString prefix = isQuoted ? QString() : word.left(word.indexOf(u':') + 1).toLower();
    if (prefix == UnusedPrefix || prefix == UsedPrefix) {
        m_use = prefix == UsedPrefix ? Use::Used : Use::Unused;
        return;
    }
    const auto column = columnOf(prefix);
    const QByteArray folded = TextPool::foldedText(column ? word.mid(prefix.size()) : word);
    if (!folded.isEmpty())
        m_terms.append({column, folded});
}

QStringList BucketQuery::prefixes()
{
    QStringList all;
    for (const FieldName &field : FieldNames)
        all.append(field.prefix);
    all.append({UnusedPrefix, UsedPrefix});
    return all;
}

std::optional<BucketColumn> BucketQuery::columnOf(QStringView prefix)
{
    const auto *const found =
        std::find_if(FieldNames.begin(), FieldNames.end(),
                     [prefix](const FieldName &field) { return prefix == field.prefix; });
    return found == FieldNames.end() ? std::nullopt : std::optional(found->column);
}

QString BucketQuery::termFor(BucketColumn column, const QString &value)
{
    const auto *const field =
        std::find_if(FieldNames.begin(), FieldNames.end(),
                     [column](const FieldName &name) { return name.column == column; });
    const QString prefix = field == FieldNames.end() ? QString() : QString(field->prefix);
    // A quote cannot be quoted: what is between quotes finds the value, too.
    QStringList terms;
    for (const QString &word : value.split(u'"', Qt::SkipEmptyParts)) {
        const bool hasSpace =
            std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
        const bool wantsQuotes = hasSpace || prefix.isEmpty();
        terms.append(prefix + (wantsQuotes ? QString(u'"' + word + u'"') : word));
    }
    return terms.isEmpty() ? prefix : terms.join(u' ');
}

} // namespace browse
