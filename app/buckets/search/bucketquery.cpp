// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketquery.h"

#include "buckets/rows/textpool.h"
#include "buckets/search/querywords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

constexpr auto UsedPrefix = "used:"_L1;
constexpr auto UnusedPrefix = "unused:"_L1;
constexpr auto ExportPrefix = "export:"_L1;
constexpr QChar WholeSign = u'=';

QString quotedIfNeeded(const QString &word)
{
    const bool hasSpace =
        std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
    return hasSpace ? QString(u'"' + word + u'"') : word;
}

QString prefixOf(atlas::BucketField column)
{
    const QLatin1StringView word = atlas::infoOf(column).word;
    return word.isEmpty() ? QString() : QString(word + u':');
}

} // namespace

BucketQuery::BucketQuery(const QString &text)
{
    const QList<QueryWord> words = queryWords(text);
    for (const QueryWord &word : words)
        take(word);
}

void BucketQuery::take(const QueryWord &word)
{
    const QString &text = word.text;
    const QString prefix =
        word.beginsQuoted ? QString() : text.left(text.indexOf(u':') + 1).toLower();
    if (prefix == UnusedPrefix || prefix == UsedPrefix) {
        m_use = prefix == UsedPrefix ? Use::Used : Use::Unused;
        return;
    }
    if (prefix == ExportPrefix && takeExports(text.toLower()))
        return;
    const auto column = columnOf(prefix);
    QString value = column ? text.mid(prefix.size()) : text;
    const bool isWhole = column && value.startsWith(WholeSign);
    if (isWhole)
        value.remove(0, 1);
    const QByteArray folded = TextPool::foldedText(value);
    if (!folded.isEmpty())
        m_terms.append({column, folded, isWhole});
}

/// Returns whether `word` is one about exports. The beginning of one restrains nothing.
bool BucketQuery::takeExports(const QString &word)
{
    bool isBeginning = false;
    for (const ExportStandingInfo &info : ExportStandings) {
        const QString known = termFor(info.standing);
        if (word == known)
            m_exports = info.standing;
        isBeginning = isBeginning || known.startsWith(word);
    }
    return isBeginning;
}

QStringList BucketQuery::prefixes()
{
    QStringList all;
    for (const atlas::BucketFieldInfo &info : atlas::BucketFields)
        all.append(prefixOf(info.field));
    all.removeAll(QString());
    all.append({UnusedPrefix, UsedPrefix});
    for (const ExportStandingInfo &info : ExportStandings)
        all.append(termFor(info.standing));
    return all;
}

std::optional<atlas::BucketField> BucketQuery::columnOf(QStringView prefix)
{
    if (prefix.size() < 2 || prefix.back() != u':')
        return std::nullopt;
    const auto found = std::find_if(atlas::BucketFields.begin(), atlas::BucketFields.end(),
                                    [word = prefix.chopped(1)](const atlas::BucketFieldInfo &info) {
                                        return word == info.word;
                                    });
    return found == atlas::BucketFields.end() ? std::nullopt : std::optional(found->field);
}

QString BucketQuery::termFor(atlas::BucketField column, const QString &value)
{
    // A quote cannot be quoted, nor a sign at the beginning: what is around them finds the value,
    // too.
    const QString prefix = prefixOf(column);
    QStringList terms;
    for (QString word : value.split(u'"', Qt::SkipEmptyParts)) {
        while (word.startsWith(WholeSign))
            word.remove(0, 1);
        if (!word.isEmpty())
            terms.append(prefix
                         + (prefix.isEmpty() ? QString(u'"' + word + u'"') : quotedIfNeeded(word)));
    }
    return terms.isEmpty() ? prefix : terms.join(u' ');
}

QString BucketQuery::wholeTermFor(atlas::BucketField column, const QString &value)
{
    if (value.isEmpty())
        return {};
    if (value.contains(u'"'))
        return termFor(column, value);
    return prefixOf(column) + WholeSign + quotedIfNeeded(value);
}

QString BucketQuery::termFor(ExportStanding exports)
{
    return ExportPrefix + ExportStandings[static_cast<std::size_t>(exports)].word;
}

QString BucketQuery::termFor(const atlas::CloudProvider &provider)
{
    return provider.kind() == atlas::CloudProvider::Kind::Unknown
        ? wholeTermFor(atlas::BucketField::Provider, provider.apiText())
        : termFor(atlas::BucketField::Provider, provider.apiText().toLower());
}

} // namespace buckets
