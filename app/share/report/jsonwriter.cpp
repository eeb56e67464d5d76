// SPDX-License-Identifier: Apache-2.0
#include "share/report/jsonwriter.h"

#include "atlas/values/unrolled.h"
#include "base/texts/bytescan.h"
#include "base/texts/hiddentext.h"
#include "share/report/bucketcells.h"
#include "share/report/jsonhead.h"
#include "share/report/rowspace.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace share {

namespace {

constexpr qsizetype LongestEscape = 6; // \u001f

/// The members of an object as JSON, without its braces; empty if there are none.
QByteArray membersOf(QByteArrayView json)
{
    if (json.isNull())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    QJsonObject others;
    for (auto it = object.begin(); it != object.end(); ++it) {
        // Twice the same name in an object would leave it to the reader which to believe.
        if (!atlas::isBucketFieldKey(it.key()))
            others.insert(it.key(), it.value());
    }
    const QByteArray members = base::jsonWithEscapes(
        QJsonDocument(others).toJson(QJsonDocument::Compact), base::Hiding::Harmful);
    return members.sliced(1, members.size() - 2);
}

constexpr bool needsEscape(char c)
{
    return static_cast<uchar>(c) < ' ' || c == '"' || c == '\\';
}

void putEscaped(RowSpace &row, char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    row.put('\\');
    switch (c) {
    case '"':
    case '\\':
        row.put(c);
        break;
    case '\n':
        row.put('n');
        break;
    case '\r':
        row.put('r');
        break;
    case '\t':
        row.put('t');
        break;
    default:
        row.put("u00");
        row.put(digits[static_cast<uchar>(c) >> 4]);
        row.put(digits[static_cast<uchar>(c) & 0xf]);
    }
}

void putName(RowSpace &row, QByteArrayView name)
{
    row.put('"');
    row.put(name);
    row.put("\":");
}

void putSpelled(RowSpace &row, QByteArrayView text)
{
    if (!base::hasSpecial<'"', '\\'>(text)) {
        row.put(text);
        return;
    }
    for (const char c : text) {
        if (needsEscape(c))
            putEscaped(row, c);
        else
            row.put(c);
    }
}

QByteArray spelled(QByteArrayView text)
{
    QByteArray bytes;
    {
        RowSpace space(bytes, LongestEscape * text.size());
        putSpelled(space, text);
    }
    return bytes;
}

void putString(RowSpace &row, QByteArrayView text)
{
    row.put('"');
    if (base::mayNeedEscapes(text))
        row.put(base::jsonWithEscapes(spelled(text), base::Hiding::Harmful));
    else
        putSpelled(row, text);
    row.put('"');
}

void putNext(RowSpace &row, QByteArrayView name, QByteArrayView text)
{
    if (text.isNull())
        return;
    row.put(',');
    putName(row, name);
    putString(row, text);
}

void putKnown(RowSpace &row, QByteArrayView name, QByteArrayView text)
{
    row.put(',');
    putName(row, name);
    if (text.isNull())
        row.put("null");
    else
        putString(row, text);
}

void putUsers(RowSpace &row, const BucketUse *use)
{
    row.put(",\"usedBy\":");
    if (!use || !use->usedBy) {
        row.put("null");
        return;
    }
    row.put('[');
    for (const QByteArray &cluster : *use->usedBy) {
        if (&cluster != &use->usedBy->constFirst())
            row.put(',');
        putString(row, cluster);
    }
    row.put(']');
}

/// As mostBytes(), of the clusters: each with two quotes and a comma.
qsizetype mostBytesOfUsers(const BucketUse *use)
{
    qsizetype bytes = 0;
    if (use && use->usedBy) {
        for (const QByteArray &cluster : *use->usedBy)
            bytes += LongestEscape * cluster.size() + 3;
    }
    return bytes;
}

constexpr QByteArrayView keyView(QLatin1StringView key)
{
    return {key.data(), key.size()};
}

/// What stands around the texts of a bucket's fields: names, quotes, colons, commas, and answers.
constexpr qsizetype mostBytesAroundFields()
{
    constexpr qsizetype Around = 6; // ,"":""
    constexpr qsizetype LongestAnswer = 5; // false
    qsizetype bytes = 0;
    for (const atlas::BucketFieldInfo &info : atlas::BucketFields)
        bytes += Around + LongestAnswer + std::max(info.key.size(), info.keyForAws.size());
    return bytes;
}

/// No more than this is needed for a row: all names and what stands around texts, and six bytes for
/// each byte of a text.
qsizetype mostBytes(const BucketRecord &record)
{
    constexpr qsizetype AllOthers = 384;
    qsizetype texts = record.projectName.size();
    for (const QByteArrayView text : record.texts.all())
        texts += text.size();
    return AllOthers + mostBytesAroundFields() + mostBytesOfUsers(record.use)
        + LongestEscape * texts;
}

void putFlag(RowSpace &row, QByteArrayView name, std::optional<bool> flag)
{
    if (!flag)
        return;
    row.put(',');
    putName(row, name);
    row.put(*flag ? QByteArrayView("true") : QByteArrayView("false"));
}

/// The ID, then all that Atlas tells beside it.
void putFields(RowSpace &row, const BucketRecord &record)
{
    const auto id = record.id.toHexBytes();
    const auto provider = atlas::CloudProvider::kindOf(record.text(atlas::BucketField::Provider));
    putName(row, keyView(atlas::infoOf(atlas::BucketField::Id).key));
    putString(row, {id.data(), qsizetype(id.size())});
    atlas::unrolledForEach<atlas::BucketFieldCount>([&](auto number) {
        constexpr atlas::BucketField field = atlas::BucketFieldsInJson[number];
        constexpr atlas::FieldSource source = atlas::infoOf(field).source;
        if constexpr (source == atlas::FieldSource::Text)
            putNext(row, keyView(atlas::keyOf(field, provider)), record.text(field));
        else if constexpr (source == atlas::FieldSource::Flag)
            putFlag(row, keyView(atlas::keyOf(field, provider)), record.flag(field));
    });
}

} // namespace

void appendJsonRow(const BucketRecord &record, QByteArray &out)
{
    const QByteArray unknown = membersOf(record.unknownFields);
    const auto project = record.project.toHexBytes();
    const BucketCells cells(record);

    RowSpace row(out, mostBytes(record) + unknown.size());
    row.put("{\"projectId\":");
    putString(row, {project.data(), qsizetype(project.size())});
    putKnown(row, "projectName", record.projectName);
    row.put(",\"bucket\":{");
    putFields(row, record);
    if (!unknown.isEmpty()) {
        row.put(',');
        row.put(unknown);
    }
    row.put('}');
    putKnown(row, "registeredAt", cells.texts()[BucketCells::Registered]);
    putUsers(row, record.use);
    putKnown(row, "lastExport",
             record.use ? lastExportWord(record.use->lastExport) : QByteArrayView());
    putKnown(row, "lastSuccessfulExport",
             record.use ? QByteArrayView(record.use->lastSuccess) : QByteArrayView());
    row.put('}');
}

void JsonWriter::begin(QByteArray &out)
{
    m_hasRows = false;
    out += jsonHead(m_scope) + ",\n\"buckets\":[\n";
}

void JsonWriter::row(const BucketRecord &record, QByteArray &out)
{
    if (m_hasRows)
        out += ",\n";
    m_hasRows = true;
    appendJsonRow(record, out);
}

void JsonWriter::end(QByteArray &out)
{
    out += m_hasRows ? "\n]}\n" : "]}\n";
}

} // namespace share
