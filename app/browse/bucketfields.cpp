// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketfields.h"

#include "browse/bucketrole.h"
#include "browse/showntext.h"
#include "browse/timetext.h"
#include "share/providerlink.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using Kind = BucketField::Kind;
using Provider = atlas::CloudProvider::Kind;

/// Atlas may add a few; each takes widgets.
constexpr qsizetype MostUnknownFields = 50;
/// Nobody reads more in a line.
constexpr qsizetype MostUses = 20;

struct BucketFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(browse::BucketFields)
};

BucketField textField(const QString &name, const std::optional<QString> &value,
                      Kind kind = Kind::Text)
{
    return value ? BucketField{name, *value, kind, {}, {}}
                 : BucketField{name, u"—"_s, Kind::Absent, {}, {}};
}

BucketField timeField(const QString &name, const std::optional<QDateTime> &time)
{
    if (!time)
        return textField(name, std::nullopt);
    return {name, zonedTimeText(*time), Kind::Text, timeToolTip(*time), {}};
}

BucketField regionField(const atlas::ExportBucket &bucket, bool isReading)
{
    const QString name = BucketFieldsText::tr("Region");
    const bool mayCome = !bucket.region && isReading && bucket.provider.kind() == Provider::Aws;
    return mayCome ? BucketField{name, u"…"_s, Kind::Absent, {}, {}}
                   : textField(name, bucket.region);
}

BucketField networkingField(const atlas::ExportBucket &bucket)
{
    const auto &required = bucket.requirePrivateNetworking;
    const auto text = [](bool on) {
        return on ? BucketFieldsText::tr("Required") : BucketFieldsText::tr("Not required");
    };
    return textField(BucketFieldsText::tr("Private networking"),
                     required ? std::optional(text(*required)) : std::nullopt);
}

/// Leads to the bucket in its provider's console.
BucketField nameField(const atlas::ExportBucket &bucket)
{
    BucketField field = textField(BucketFieldsText::tr("Name"), bucket.name);
    const auto link = share::consoleLink(bucket);
    if (link && share::mayOpen(*link))
        field.link = *link;
    return field;
}

BucketField serviceUrlField(const atlas::ExportBucket &bucket)
{
    BucketField field = textField(BucketFieldsText::tr("Service URL"), bucket.serviceUrl);
    const QUrl url(bucket.serviceUrl.value_or(QString()), QUrl::StrictMode);
    if (share::mayOpen(url))
        field.link = url;
    return field;
}

/// A field that this program does not know, as Atlas wrote it.
QString rawText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1).chopped(1));
}

QList<BucketField> unknownFields(const QJsonObject &unknown)
{
    QList<BucketField> fields;
    for (auto it = unknown.begin(); it != unknown.end() && fields.size() < MostUnknownFields; ++it)
        fields.append(textField(it.key(), rawText(it.value())));
    if (const auto more = static_cast<int>(unknown.size() - fields.size()); more > 0) {
        fields.append({BucketFieldsText::tr("More fields"),
                       BucketFieldsText::tr("%Ln more in the JSON", nullptr, more),
                       Kind::Absent,
                       {},
                       {}});
    }
    return fields;
}

/// The features of Atlas that are known to use roles; another as Atlas wrote it.
QString featureText(const QString &feature)
{
    if (feature == "EXPORT_SNAPSHOT"_L1)
        return BucketFieldsText::tr("Snapshot export");
    if (feature == "ATLAS_DATA_LAKE"_L1)
        return BucketFieldsText::tr("Data Lake");
    if (feature == "ENCRYPTION_AT_REST"_L1)
        return BucketFieldsText::tr("Encryption at rest");
    if (feature == "PUSH_BASED_LOG_EXPORT"_L1)
        return BucketFieldsText::tr("Log export");
    if (feature == "ATLAS_LOG_INTEGRATION"_L1)
        return BucketFieldsText::tr("Log integration");
    return feature;
}

/// `Snapshot export: 66c0ffee…, Encryption at rest`
BucketField roleUsesField(const atlas::RoleHistory &history)
{
    const QString name = BucketFieldsText::tr("Role used for");
    if (!history.uses)
        return textField(name, std::nullopt);
    if (history.uses->isEmpty())
        return {name, BucketFieldsText::tr("Nothing"), Kind::Absent, {}, {}};
    QStringList uses;
    for (const atlas::RoleUse &use :
         history.uses->first(std::min(history.uses->size(), MostUses))) {
        const QString feature = featureText(use.feature);
        uses.append(use.user.isEmpty() ? feature : QString(feature + u": "_s + use.user));
    }
    if (const auto more = static_cast<int>(history.uses->size() - uses.size()); more > 0)
        uses.append(BucketFieldsText::tr("%Ln more", nullptr, more));
    return {name, uses.join(u", "_s), Kind::Text, shownText(uses.join(u" · "_s)), {}};
}

QList<BucketField> fieldsOf(const std::monostate &)
{
    return {};
}

QList<BucketField> fieldsOf(const atlas::AwsRole &role)
{
    return {textField(BucketFieldsText::tr("IAM role ARN"), role.iamAssumedRoleArn, Kind::Id),
            textField(BucketFieldsText::tr("External ID"), role.externalId, Kind::Id),
            textField(BucketFieldsText::tr("Atlas AWS account"), role.atlasAccountArn, Kind::Id),
            timeField(BucketFieldsText::tr("Role authorized"), role.authorized),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            roleUsesField(role.history)};
}

QList<BucketField> fieldsOf(const atlas::AzureRole &role)
{
    return {textField(BucketFieldsText::tr("Service principal"), role.servicePrincipalId, Kind::Id),
            textField(BucketFieldsText::tr("Role tenant ID"), role.tenantId, Kind::Id),
            textField(BucketFieldsText::tr("Atlas Azure app ID"), role.atlasAppId, Kind::Id),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            timeField(BucketFieldsText::tr("Role updated"), role.history.updated),
            roleUsesField(role.history)};
}

QList<BucketField> fieldsOf(const atlas::GcpRole &role)
{
    return {textField(BucketFieldsText::tr("Service account"), role.serviceAccount, Kind::Id),
            textField(BucketFieldsText::tr("Role status"), role.status),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            roleUsesField(role.history)};
}

QList<BucketField> roleFields(const atlas::ExportBucket &bucket, const RoleReader::Knowledge &roles)
{
    return std::visit([](const auto &role) { return fieldsOf(role); }, roleOf(bucket, roles.roles));
}

} // namespace

QList<BucketField> bucketFields(const atlas::ExportBucket &bucket,
                                const RoleReader::Knowledge &roles, bool isReading)
{
    QList<BucketField> fields{
        nameField(bucket),
        textField(BucketFieldsText::tr("ID"), bucket.id.toHex(), Kind::Id),
        textField(BucketFieldsText::tr("Provider"), bucket.provider.displayName()),
        regionField(bucket, isReading),
        timeField(BucketFieldsText::tr("Registered"), bucket.id.createdAt()),
        networkingField(bucket),
        serviceUrlField(bucket),
        textField(BucketFieldsText::tr("Tenant ID"), bucket.tenantId, Kind::Id),
        textField(BucketFieldsText::tr("Role ID"), bucket.roleId, Kind::Id)};
    fields += roleFields(bucket, roles);
    return fields + unknownFields(bucket.unknownFields);
}

} // namespace browse
