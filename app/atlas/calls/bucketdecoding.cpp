// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"
#include "atlas/values/bucketfield.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

QJsonObject withoutKnownFields(const QJsonObject &bucket)
{
    QJsonObject unknown;
    for (auto it = bucket.begin(); it != bucket.end(); ++it) {
        if (!isBucketFieldKey(it.key()) && it.key() != "links"_L1)
            unknown.insert(it.key(), it.value());
    }
    return unknown;
}

std::optional<QString> readText(JsonReader &reader, const BucketFieldInfo &info)
{
    if (info.isRequired)
        return reader.requiredString(info.key);
    const auto ofAws = info.keyForAws.isEmpty() ? std::nullopt : reader.string(info.keyForAws);
    const auto ofAny = reader.string(info.key);
    return ofAws ? ofAws : ofAny;
}

ExportBucket readBucket(JsonReader &reader, const QJsonObject &object)
{
    ExportBucket bucket;
    for (const BucketField field : BucketFieldsInJson) {
        const BucketFieldInfo &info = infoOf(field);
        if (field == BucketField::Id)
            bucket.id = decoding::readId<BucketId>(reader, info.key);
        else if (info.source == FieldSource::Text)
            bucket.text(field) = readText(reader, info);
        else if (info.source == FieldSource::Flag)
            bucket.flag(field) = reader.boolean(info.key);
    }
    bucket.unknownFields = withoutKnownFields(object);
    return bucket;
}

} // namespace

Result<Page<ExportBucket>> decodeExportBuckets(const QJsonObject &answer)
{
    return decoding::decodePage<ExportBucket>(answer, readBucket);
}

Result<ExportBucket> decodeExportBucket(const QJsonObject &answer)
{
    return decoding::decodeOne<ExportBucket>(answer, readBucket);
}

} // namespace atlas
