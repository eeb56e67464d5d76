// SPDX-License-Identifier: Apache-2.0
#include "share/clipboardtext.h"

#include "share/formulaguard.h"
#include "share/hiddentext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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

/// Spreadsheets take quotes around a pasted cell away.
bool becomesFormula(const QString &cell)
{
    const auto *const first =
        std::find_if(cell.begin(), cell.end(), [](QChar c) { return c != u'"' && c != u' '; });
    constexpr qsizetype LongestSign = 1;
    return beginsLikeFormula(cell.sliced(first - cell.begin()).left(LongestSign).toUtf8());
}

QString pastedCell(const QString &cell)
{
    const QString text = withEscapes(withSpacesForBreaks(cell), Hiding::Harmful);
    return becomesFormula(cell) ? QLatin1Char(FormulaGuard) + text : text;
}

constexpr QByteArrayView JsonBegin("[\n");
constexpr QByteArrayView JsonEnd("\n]\n");

} // namespace

QString tabSeparatedLine(const QStringList &cells)
{
    QStringList clean;
    clean.reserve(cells.size());
    for (const QString &cell : cells)
        clean.append(pastedCell(cell));
    return clean.join(u'\t') + u'\n';
}

QString tabSeparated(const QList<QStringList> &lines)
{
    QString text;
    for (const QStringList &cells : lines)
        text += tabSeparatedLine(cells);
    return text;
}

QByteArray bucketAsJson(const atlas::ExportBucket &bucket)
{
    const QByteArray list = QJsonDocument(QJsonArray{toJson(bucket)}).toJson();
    return jsonWithEscapes(
        list.sliced(JsonBegin.size(), list.size() - JsonBegin.size() - JsonEnd.size()),
        Hiding::Harmful);
}

QByteArray jsonList(const QByteArrayList &indentedItems)
{
    if (indentedItems.isEmpty())
        return "[\n]\n";
    return JsonBegin.toByteArray() + indentedItems.join(",\n") + JsonEnd.toByteArray();
}

QString bucketsAsJson(const QList<atlas::ExportBucket> &buckets)
{
    QByteArrayList items;
    for (const atlas::ExportBucket &bucket : buckets)
        items.append(bucketAsJson(bucket));
    return QString::fromUtf8(jsonList(items));
}

} // namespace share
