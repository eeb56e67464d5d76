// SPDX-License-Identifier: Apache-2.0
#include "share/clipboardtext.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

void insertUnlessAbsent(QJsonObject &object, QLatin1StringView key,
                        const std::optional<QString> &value)
{
    if (value)
        object.insert(key, *value);
}

QJsonObject toJson(const atlas::ExportBucket &bucket)
{
    const bool isAws = bucket.provider.kind() == atlas::CloudProvider::Kind::Aws;
    QJsonObject object = bucket.unknownFields;
    object.insert("_id"_L1, bucket.id.toHex());
    object.insert("bucketName"_L1, bucket.name);
    object.insert("cloudProvider"_L1, bucket.provider.apiText());
    insertUnlessAbsent(object, isAws ? "iamRoleId"_L1 : "roleId"_L1, bucket.roleId);
    insertUnlessAbsent(object, "region"_L1, bucket.region);
    if (bucket.requirePrivateNetworking)
        object.insert("requirePrivateNetworking"_L1, *bucket.requirePrivateNetworking);
    insertUnlessAbsent(object, "serviceUrl"_L1, bucket.serviceUrl);
    insertUnlessAbsent(object, "tenantId"_L1, bucket.tenantId);
    return object;
}

} // namespace

QString tabSeparated(const QList<QStringList> &lines)
{
    QString text;
    for (const QStringList &cells : lines) {
        QStringList clean;
        for (const QString &cell : cells)
            clean.append(cell.simplified());
        text += clean.join(u'\t') + u'\n';
    }
    return text;
}

QString bucketsAsJson(const QList<atlas::ExportBucket> &buckets)
{
    QJsonArray array;
    for (const atlas::ExportBucket &bucket : buckets)
        array.append(toJson(bucket));
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

} // namespace share
