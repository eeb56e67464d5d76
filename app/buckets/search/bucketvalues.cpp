// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketvalues.h"

#include "buckets/fields/bucketcell.h"
#include "buckets/fields/choicewords.h"
#include "buckets/rows/bucketrows.h"

#include <algorithm>
#include <array>
#include <vector>

namespace buckets {

namespace {

/// A value that has the part in it.
struct Found
{
    QString text;
    int rows = 0;
    bool isAtBeginning = false;
};

/// By TextPool::Index: how many rows have it.
std::vector<int> rowsByText(const BucketRows &rows, atlas::BucketField column)
{
    std::vector<int> counts(rows.texts().end());
    for (int row = 0; row < rows.size(); ++row)
        ++counts[rows.textIndex(row, column)];
    return counts;
}

std::vector<int> rowsByProjectName(const BucketRows &rows)
{
    std::vector<int> counts(rows.texts().end());
    for (BucketRows::ProjectIndex project = 0; project < rows.projectEnd(); ++project)
        counts[rows.projectName(project)] += rows.rowsOf(project);
    return counts;
}

std::vector<Found> foundInTexts(const TextPool &texts, const std::vector<int> &counts,
                                atlas::BucketField column, const QByteArray &part)
{
    std::vector<Found> found;
    for (TextPool::Index index = TextPool::None + 1; index < counts.size(); ++index) {
        if (counts[index] == 0)
            continue;
        if (column == atlas::BucketField::Provider) {
            const QString name = atlas::CloudProvider::fromApi(texts.text(index)).displayName();
            const QByteArray folded = TextPool::foldedText(name);
            if (folded.contains(part))
                found.push_back({name, counts[index], folded.startsWith(part)});
        } else if (const QByteArrayView folded = texts.folded(index); folded.contains(part)) {
            found.push_back({texts.text(index), counts[index], folded.startsWith(part)});
        }
    }
    return found;
}

std::vector<Found> foundInFlag(const BucketRows &rows, atlas::BucketField column,
                               const QByteArray &part)
{
    std::array<int, 2> counts{};
    for (int row = 0; row < rows.size(); ++row) {
        if (const auto answer = rows.flag(row, column))
            ++counts[*answer ? 1 : 0];
    }
    const ChoiceWords words(column);
    std::vector<Found> found;
    for (const bool answer : {false, true}) {
        const int count = counts[answer ? 1 : 0];
        if (count > 0 && words.mean(answer, part, false))
            found.push_back({atlas::answerText(column, answer), count, true});
    }
    return found;
}

std::vector<Found> findValues(const BucketRows &rows, atlas::BucketField column,
                              const QByteArray &part)
{
    const atlas::BucketFieldInfo &info = atlas::infoOf(column);
    if (!info.offersValues)
        return {};
    switch (info.source) {
    case atlas::FieldSource::Text:
        return foundInTexts(rows.texts(), rowsByText(rows, column), column, part);
    case atlas::FieldSource::Project:
        return foundInTexts(rows.texts(), rowsByProjectName(rows), column, part);
    case atlas::FieldSource::Flag:
        return foundInFlag(rows, column, part);
    case atlas::FieldSource::FromId:
    case atlas::FieldSource::Usage:
        break;
    }
    return {};
}

bool isLikelier(const Found &left, const Found &right)
{
    if (left.isAtBeginning != right.isAtBeginning)
        return left.isAtBeginning;
    return left.rows == right.rows ? left.text < right.text : left.rows > right.rows;
}

} // namespace

QStringList mostFrequentValues(const BucketRows &rows, atlas::BucketField column,
                               const QString &part, int most)
{
    std::vector<Found> found = findValues(rows, column, TextPool::foldedText(part));
    const auto middle =
        found.begin() + std::min<std::ptrdiff_t>(most, static_cast<std::ptrdiff_t>(found.size()));
    std::partial_sort(found.begin(), middle, found.end(), isLikelier);
    QStringList values;
    for (auto it = found.begin(); it != middle; ++it)
        values.append(it->text);
    return values;
}

} // namespace buckets
