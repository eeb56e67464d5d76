// SPDX-License-Identifier: Apache-2.0
#include "atlas/decoding.h"

#include "atlas/pagedecoding.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

QJsonObject withoutKnownFields(const QJsonObject &bucket)
{
    static constexpr std::array known = {"_id"_L1,
                                         "bucketName"_L1,
                                         "cloudProvider"_L1,
                                         "iamRoleId"_L1,
                                         "roleId"_L1,
                                         "region"_L1,
                                         "requirePrivateNetworking"_L1,
                                         "serviceUrl"_L1,
                                         "tenantId"_L1,
                                         "links"_L1};
    const auto isKnown = [](const QString &key) {
        return std::any_of(known.begin(), known.end(),
                           [&key](QLatin1StringView name) { return key == name; });
    };
    QJsonObject unknown;
    for (auto it = bucket.begin(); it != bucket.end(); ++it) {
        if (!isKnown(it.key()))
            unknown.insert(it.key(), it.value());
    }
    return unknown;
}

ExportBucket readBucket(JsonReader &reader, const QJsonObject &object)
{
    ExportBucket bucket;
    bucket.id = decoding::readId<BucketId>(reader, u"_id"_s);
    bucket.name = reader.requiredString(u"bucketName"_s);
    bucket.provider = CloudProvider::fromApi(reader.requiredString(u"cloudProvider"_s));
    const auto iamRoleId = reader.string(u"iamRoleId"_s);
    const auto roleId = reader.string(u"roleId"_s);
    bucket.roleId = iamRoleId ? iamRoleId : roleId;
    bucket.region = reader.string(u"region"_s);
    bucket.requirePrivateNetworking = reader.boolean(u"requirePrivateNetworking"_s);
    bucket.serviceUrl = reader.string(u"serviceUrl"_s);
    bucket.tenantId = reader.string(u"tenantId"_s);
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
