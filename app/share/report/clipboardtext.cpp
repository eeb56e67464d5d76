// SPDX-License-Identifier: Apache-2.0
#include "share/report/clipboardtext.h"

#include "base/texts/hiddentext.h"
#include "share/report/formulaguard.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace share {

namespace {

/// Undefined if Atlas left it out.
template<class Value>
QJsonValue jsonOf(const std::optional<Value> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject toJson(const atlas::ExportBucket &bucket)
{
    const auto provider = bucket.provider().kind();
    QJsonObject object = bucket.unknownFields;
    object.insert(atlas::infoOf(atlas::BucketField::Id).key, bucket.id.toHex());
    // To insert an undefined value takes away what is there.
    for (const atlas::BucketField field : atlas::TextFields)
        object.insert(atlas::keyOf(field, provider), jsonOf(bucket.text(field)));
    for (const atlas::BucketField field : atlas::FlagFields)
        object.insert(atlas::keyOf(field, provider), jsonOf(bucket.flag(field)));
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
    const QString text = base::withEscapes(base::withSpacesForBreaks(cell), base::Hiding::Harmful);
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
    return base::jsonWithEscapes(
        list.sliced(JsonBegin.size(), list.size() - JsonBegin.size() - JsonEnd.size()),
        base::Hiding::Harmful);
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
