// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/bucketfields.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "buckets/fields/providerlink.h"
#include "buckets/reading/bucketrole.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

using Kind = FieldLine::Kind;
using Provider = atlas::CloudProvider::Kind;

/// Atlas may add a few; each takes widgets.
constexpr qsizetype MostUnknownFields = 50;
/// Nobody reads more in a line.
constexpr qsizetype MostUses = 20;

struct BucketFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(buckets::BucketFields)
};

FieldLine textField(const QString &name, const std::optional<QString> &value,
                    Kind kind = Kind::Text)
{
    return value ? FieldLine{name, *value, kind, {}, {}}
                 : FieldLine{name, base::nothingToShow(), Kind::Absent, {}, {}};
}

FieldLine timeField(const QString &name, const std::optional<QDateTime> &time)
{
    if (!time)
        return textField(name, std::nullopt);
    return {name, base::zonedTimeText(*time), Kind::Text, base::timeToolTip(*time), {}};
}

/// Where the name leads is the bucket in its provider's console.
QUrl linkOf(const atlas::ExportBucket &bucket, atlas::BucketField field)
{
    QUrl link;
    if (field == atlas::BucketField::Name)
        link = buckets::consoleLink(bucket).value_or(QUrl());
    else if (atlas::infoOf(field).shape == atlas::FieldShape::Url)
        link = QUrl(bucket.text(field).value_or(QString()), QUrl::StrictMode);
    return buckets::mayOpen(link) ? link : QUrl();
}

FieldLine textLine(const atlas::ExportBucket &bucket, atlas::BucketField field)
{
    const bool isId = atlas::infoOf(field).shape == atlas::FieldShape::Id;
    FieldLine line =
        textField(atlas::titleOf(field), bucket.text(field), isId ? Kind::Id : Kind::Text);
    if (field == atlas::BucketField::Provider)
        line.value = bucket.provider().displayName();
    line.link = linkOf(bucket, field);
    return line;
}

FieldLine flagLine(const atlas::ExportBucket &bucket, atlas::BucketField field)
{
    const auto answer = bucket.flag(field);
    return textField(atlas::titleOf(field),
                     answer ? std::optional(atlas::answerText(field, *answer)) : std::nullopt);
}

/// What Atlas tells of a bucket, or its ID does.
FieldLine ownLine(const atlas::ExportBucket &bucket, atlas::BucketField field)
{
    if (field == atlas::BucketField::Id)
        return textField(atlas::titleOf(field), bucket.id.toHex(), Kind::Id);
    if (field == atlas::BucketField::Registered)
        return timeField(atlas::titleOf(field), bucket.id.createdAt());
    return atlas::infoOf(field).source == atlas::FieldSource::Flag ? flagLine(bucket, field)
                                                                   : textLine(bucket, field);
}

QList<FieldLine> ownLines(const atlas::ExportBucket &bucket, bool isReading)
{
    using Field = atlas::BucketField;
    static constexpr auto order =
        atlas::withFirst({Field::Name, Field::Id, Field::Provider, Field::Region, Field::Registered,
                          Field::PrivateNetworking, Field::ServiceUrl, Field::TenantId});
    QList<FieldLine> lines;
    for (const Field field : order) {
        const atlas::FieldSource source = atlas::infoOf(field).source;
        if (source == atlas::FieldSource::Usage || source == atlas::FieldSource::Project)
            continue;
        FieldLine line = ownLine(bucket, field);
        const bool mayCome = line.kind == Kind::Absent && isReading
            && atlas::isLeftOutOfLists(field, bucket.provider().kind());
        if (mayCome)
            line.value = u"…"_s;
        lines.append(line);
    }
    return lines;
}

/// A field that this program does not know, as Atlas wrote it.
QString rawText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1).chopped(1));
}

QList<FieldLine> unknownFields(const QJsonObject &unknown)
{
    QList<FieldLine> fields;
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
FieldLine roleUsesField(const atlas::RoleHistory &history)
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
    return {name, uses.join(u", "_s), Kind::Text, base::shownText(uses.join(u" · "_s)), {}};
}

QList<FieldLine> fieldsOf(const std::monostate &)
{
    return {};
}

QList<FieldLine> fieldsOf(const atlas::AwsRole &role)
{
    return {textField(BucketFieldsText::tr("IAM role ARN"), role.iamAssumedRoleArn, Kind::Id),
            textField(BucketFieldsText::tr("External ID"), role.externalId, Kind::Id),
            textField(BucketFieldsText::tr("Atlas AWS account"), role.atlasAccountArn, Kind::Id),
            timeField(BucketFieldsText::tr("Role authorized"), role.authorized),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            roleUsesField(role.history)};
}

QList<FieldLine> fieldsOf(const atlas::AzureRole &role)
{
    return {textField(BucketFieldsText::tr("Service principal"), role.servicePrincipalId, Kind::Id),
            textField(BucketFieldsText::tr("Role tenant ID"), role.tenantId, Kind::Id),
            textField(BucketFieldsText::tr("Atlas Azure app ID"), role.atlasAppId, Kind::Id),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            timeField(BucketFieldsText::tr("Role updated"), role.history.updated),
            roleUsesField(role.history)};
}

QList<FieldLine> fieldsOf(const atlas::GcpRole &role)
{
    return {textField(BucketFieldsText::tr("Service account"), role.serviceAccount, Kind::Id),
            textField(BucketFieldsText::tr("Role status"), role.status),
            timeField(BucketFieldsText::tr("Role created"), role.history.created),
            roleUsesField(role.history)};
}

QList<FieldLine> roleFields(const atlas::ExportBucket &bucket, const RoleReader::Knowledge &roles)
{
    return std::visit([](const auto &role) { return fieldsOf(role); }, roleOf(bucket, roles.roles));
}

} // namespace

QList<FieldLine> bucketFields(const atlas::ExportBucket &bucket, const RoleReader::Knowledge &roles,
                              bool isReading)
{
    QList<FieldLine> fields = ownLines(bucket, isReading);
    fields += roleFields(bucket, roles);
    return fields + unknownFields(bucket.unknownFields);
}

} // namespace buckets
