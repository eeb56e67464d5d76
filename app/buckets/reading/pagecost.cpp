// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/pagecost.h"

#include <QJsonDocument>

#include <numeric>
#include <optional>

namespace buckets {

namespace {

constexpr qsizetype CharactersPerCost = 100'000;

qsizetype charactersIn(const atlas::ExportBucket &bucket)
{
    const qsizetype unknown = bucket.unknownFields.isEmpty()
        ? 0
        : QJsonDocument(bucket.unknownFields).toJson(QJsonDocument::Compact).size();
    const auto &texts = bucket.texts.all();
    return std::accumulate(texts.begin(), texts.end(), unknown,
                           [](qsizetype sum, const std::optional<QString> &text) {
                               return sum + (text ? text->size() : 0);
                           });
}

} // namespace

int pageCost(const QList<atlas::ExportBucket> &buckets)
{
    qsizetype characters = 0;
    for (const atlas::ExportBucket &bucket : buckets)
        characters += charactersIn(bucket);
    return static_cast<int>(1 + characters / CharactersPerCost);
}

} // namespace buckets
