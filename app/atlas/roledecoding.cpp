// SPDX-License-Identifier: Apache-2.0
#include "atlas/decoding.h"

#include "atlas/pagedecoding.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

AwsRole readAwsRole(JsonReader &reader, const QString &roleId)
{
    return {roleId, reader.string(u"iamAssumedRoleArn"_s), reader.string(u"atlasAWSAccountArn"_s),
            reader.string(u"atlasAssumedRoleExternalId"_s),
            decoding::readTime(reader, u"authorizedDate"_s)};
}

AzureRole readAzureRole(JsonReader &reader, const QString &roleId)
{
    return {roleId, reader.string(u"servicePrincipalId"_s), reader.string(u"tenantId"_s),
            reader.string(u"atlasAzureAppId"_s)};
}

GcpRole readGcpRole(JsonReader &reader, const QString &roleId)
{
    return {roleId, reader.string(u"gcpServiceAccountForAtlas"_s), reader.string(u"status"_s)};
}

/// A role without an ID is passed over: no bucket can point to it.
template<class Role>
QList<Role> readRoles(JsonReader &reader, const QString &key, const QString &idKey,
                      Role (*readRole)(JsonReader &, const QString &))
{
    QList<Role> roles;
    reader.eachObject(key, [&](JsonReader &inner, const QJsonObject &) {
        const auto roleId = inner.string(idKey);
        if (roleId)
            roles.append(readRole(inner, *roleId));
    });
    return roles;
}

CloudProviderRoles readCloudProviderRoles(JsonReader &reader, const QJsonObject &)
{
    return {readRoles(reader, u"awsIamRoles"_s, u"roleId"_s, readAwsRole),
            readRoles(reader, u"azureServicePrincipals"_s, u"_id"_s, readAzureRole),
            readRoles(reader, u"gcpServiceAccounts"_s, u"roleId"_s, readGcpRole)};
}

} // namespace

Result<CloudProviderRoles> decodeCloudProviderAccess(const QJsonObject &answer)
{
    return decoding::decodeOne<CloudProviderRoles>(answer, readCloudProviderRoles);
}

} // namespace atlas
