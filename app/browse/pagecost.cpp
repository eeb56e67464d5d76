// SPDX-License-Identifier: Apache-2.0
#include "browse/pagecost.h"

#include <QJsonDocument>

namespace browse {

namespace {

constexpr qsizetype CharactersPerCost = 100'000;

qsizetype charactersIn(const atlas::ExportBucket &bucket)
{
    const qsizetype unknown = bucket.unknownFields.isEmpty()
        ? 0
        : QJsonDocument(bucket.unknownFields).toJson(QJsonDocument::Compact).size();
    return bucket.name.size() + bucket.provider.apiText().size()
        + bucket.roleId.value_or(QString()).size() + bucket.region.value_or(QString()).size()
        + bucket.serviceUrl.value_or(QString()).size() + bucket.tenantId.value_or(QString()).size()
        + unknown;
}

} // namespace

int pageCost(const QList<atlas::ExportBucket> &buckets)
{
    qsizetype characters = 0;
    for (const atlas::ExportBucket &bucket : buckets)
        characters += charactersIn(bucket);
    return static_cast<int>(1 + characters / CharactersPerCost);
}

} // namespace browse
