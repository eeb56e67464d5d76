// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketrows.h"

#include <algorithm>

namespace browse {

atlas::ExportBucket BucketRows::at(int row) const
{
    const Row &packed = m_rows[static_cast<std::size_t>(row)];
    atlas::ExportBucket bucket;
    bucket.id = packed.id;
    bucket.name = m_texts.text(packed.name);
    bucket.provider = atlas::CloudProvider::fromApi(m_texts.text(packed.provider));
    bucket.roleId = m_texts.optionalText(packed.roleId);
    bucket.region = m_texts.optionalText(packed.region);
    if (packed.privateNetworking != Answer::None)
        bucket.requirePrivateNetworking = packed.privateNetworking == Answer::Yes;
    bucket.serviceUrl = m_texts.optionalText(packed.serviceUrl);
    bucket.tenantId = m_texts.optionalText(packed.tenantId);
    bucket.unknownFields = m_unknownFields.value(packed.id);
    return bucket;
}

void BucketRows::append(const atlas::ExportBucket &bucket)
{
    m_rows.push_back(pack(bucket));
}

void BucketRows::replace(int row, const atlas::ExportBucket &bucket)
{
    m_unknownFields.remove(idAt(row));
    m_rows[static_cast<std::size_t>(row)] = pack(bucket);
}

void BucketRows::clear()
{
    m_rows.clear();
    m_texts.clear();
    m_unknownFields.clear();
}

bool BucketRows::haveSameIds(const QList<atlas::ExportBucket> &buckets) const
{
    return std::equal(
        m_rows.begin(), m_rows.end(), buckets.begin(), buckets.end(),
        [](const Row &row, const atlas::ExportBucket &bucket) { return row.id == bucket.id; });
}

BucketRows::Row BucketRows::pack(const atlas::ExportBucket &bucket)
{
    if (!bucket.unknownFields.isEmpty())
        m_unknownFields.insert(bucket.id, bucket.unknownFields);
    Row row;
    row.id = bucket.id;
    row.name = m_texts.add(bucket.name);
    row.provider = m_texts.add(bucket.provider.apiText());
    row.roleId = m_texts.add(bucket.roleId);
    row.region = m_texts.add(bucket.region);
    row.serviceUrl = m_texts.add(bucket.serviceUrl);
    row.tenantId = m_texts.add(bucket.tenantId);
    if (bucket.requirePrivateNetworking)
        row.privateNetworking = *bucket.requirePrivateNetworking ? Answer::Yes : Answer::No;
    return row;
}

} // namespace browse
