// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"

#include "atlas/calls/pagedecoding.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

/// What `featureId` says besides the project, which is the role's own.
QString readRoleUser(const QJsonValue &featureId)
{
    if (featureId.isString())
        return featureId.toString();
    QStringList users;
    const QJsonObject object = featureId.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const QString user = it.value().toString(); it.key() != "groupId"_L1 && !user.isEmpty())
            users.append(user);
    }
    return users.join(u", "_s);
}

/// What is odd here is left out: roles are of use without it.
std::optional<QList<RoleUse>> readRoleUses(const QJsonObject &role)
{
    const QJsonValue list = role.value("featureUsages"_L1);
    if (!list.isArray())
        return std::nullopt;
    QList<RoleUse> uses;
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items) {
        if (const QString feature = item["featureType"_L1].toString(); !feature.isEmpty())
            uses.append({feature, readRoleUser(item["featureId"_L1])});
    }
    return uses;
}

RoleHistory readRoleHistory(JsonReader &reader, const QJsonObject &role)
{
    const auto time = [&](const QString &key) {
        return role.value(key).isString() ? decoding::readTime(reader, key) : std::nullopt;
    };
    return {time(u"createdDate"_s), time(u"lastUpdatedDate"_s), readRoleUses(role)};
}

AwsRole readAwsRole(JsonReader &reader, const QString &roleId)
{
    return {roleId,
            reader.string(u"iamAssumedRoleArn"_s),
            reader.string(u"atlasAWSAccountArn"_s),
            reader.string(u"atlasAssumedRoleExternalId"_s),
            decoding::readTime(reader, u"authorizedDate"_s),
            {}};
}

AzureRole readAzureRole(JsonReader &reader, const QString &roleId)
{
    return {roleId,
            reader.string(u"servicePrincipalId"_s),
            reader.string(u"tenantId"_s),
            reader.string(u"atlasAzureAppId"_s),
            {}};
}

GcpRole readGcpRole(JsonReader &reader, const QString &roleId)
{
    return {roleId, reader.string(u"gcpServiceAccountForAtlas"_s), reader.string(u"status"_s), {}};
}

/// A role without an ID is passed over: no bucket can point to it.
template<class Role>
QList<Role> readRoles(JsonReader &reader, const QString &key, const QString &idKey,
                      Role (*readRole)(JsonReader &, const QString &))
{
    QList<Role> roles;
    reader.eachObject(key, [&](JsonReader &inner, const QJsonObject &role) {
        const auto roleId = inner.string(idKey);
        if (!roleId)
            return;
        roles.append(readRole(inner, *roleId));
        roles.last().history = readRoleHistory(inner, role);
    });
    return roles;
}

QList<CloudProvider::Kind> listedProviders(const QJsonObject &answer)
{
    QList<CloudProvider::Kind> listed;
    if (answer.value("awsIamRoles"_L1).isArray())
        listed.append(CloudProvider::Kind::Aws);
    if (answer.value("azureServicePrincipals"_L1).isArray())
        listed.append(CloudProvider::Kind::Azure);
    if (answer.value("gcpServiceAccounts"_L1).isArray())
        listed.append(CloudProvider::Kind::Gcp);
    return listed;
}

CloudProviderRoles readCloudProviderRoles(JsonReader &reader, const QJsonObject &answer)
{
    return {readRoles(reader, u"awsIamRoles"_s, u"roleId"_s, readAwsRole),
            readRoles(reader, u"azureServicePrincipals"_s, u"_id"_s, readAzureRole),
            readRoles(reader, u"gcpServiceAccounts"_s, u"roleId"_s, readGcpRole),
            listedProviders(answer)};
}

} // namespace

Result<CloudProviderRoles> decodeCloudProviderAccess(const QJsonObject &answer)
{
    return decoding::decodeOne<CloudProviderRoles>(answer, readCloudProviderRoles);
}

} // namespace atlas
