// SPDX-License-Identifier: Apache-2.0
// The filter: words and quotes, and terms that ask for a value. The first byte chooses the field of
// the value.
#include "buckets/rows/textpool.h"
#include "buckets/search/bucketquery.h"
#include "buckets/search/querywords.h"
#include "fuzzing.h"

#include <array>

using fuzzing::require;
using namespace buckets;

namespace {

void checkWords(const QString &text)
{
    qsizetype end = 0;
    const QList<buckets::QueryWord> words = buckets::queryWords(text);
    for (const buckets::QueryWord &word : words) {
        require(word.begin >= end && word.end > word.begin && word.end <= text.size(),
                "words follow one another");
        require(word.text.size() <= word.end - word.begin, "no word is made up");
        require(!word.text.contains(u'"'), "quotes are no part of a word");
        end = word.end;
    }
}

void checkQuery(const QString &text)
{
    const buckets::BucketQuery query(text);
    require(query.terms().size() <= buckets::queryWords(text).size(), "a term a word");
    for (const buckets::BucketQuery::Term &term : query.terms()) {
        require(!term.word.isEmpty(), "a term has a word");
        require(!term.isWhole || term.column, "what is whole is so in a field");
    }
    require(buckets::BucketQuery(text) == query, "the same text asks for the same");
}

void checkTerms(atlas::BucketField column, const QString &value)
{
    const buckets::BucketQuery any(buckets::BucketQuery::termFor(column, value));
    const QByteArray folded = buckets::TextPool::foldedText(value);
    for (const buckets::BucketQuery::Term &term : any.terms()) {
        require(term.column == column && !term.isWhole, "a term of the field");
        require(folded.contains(term.word), "a term finds its value");
    }
    const buckets::BucketQuery whole(buckets::BucketQuery::wholeTermFor(column, value));
    if (value.contains(u'"') || folded.isEmpty())
        return;
    require(whole.terms() == QList<buckets::BucketQuery::Term>{{column, folded, true}},
            "a term for all of a value asks for just that");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    static constexpr std::array columns{atlas::BucketField::Name,   atlas::BucketField::Provider,
                                        atlas::BucketField::Region, atlas::BucketField::RoleId,
                                        atlas::BucketField::Id,     atlas::BucketField::Project};
    const fuzzing::Input input(data, size);
    const QString text = QString::fromUtf8(input.view());
    checkWords(text);
    checkQuery(text);
    checkTerms(columns[std::size_t(input.choice(int(columns.size())))], text);
    return 0;
}
