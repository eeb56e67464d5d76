// SPDX-License-Identifier: Apache-2.0
// What an export writes: CSV, JSON and Markdown of a row, read back as others read it. The first
// byte chooses the format; the lines of the input are the row's texts.
#include "atlas/values/utf8.h"
#include "base/texts/hiddentext.h"
#include "fuzzing.h"
#include "share/report/exportformat.h"
#include "share/report/formulaguard.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::Literals::StringLiterals;
using fuzzing::require;
using share::BucketRecord;
using share::CsvWriter;
using share::ExportFormat;

namespace {

QByteArray written(ExportFormat format, const BucketRecord &record)
{
    const auto writer = share::makeWriter(format, CsvWriter::ByteOrderMark::Without, {});
    QByteArray out;
    writer->begin(out);
    writer->row(record, out);
    writer->row(record, out);
    writer->end(out);
    return out;
}

/// A field of RFC 4180 off the front of `csv`, and the byte behind it.
std::pair<QByteArray, char> takeField(QByteArrayView &csv)
{
    const bool isQuoted = csv.startsWith('"');
    QByteArray field;
    qsizetype at = isQuoted ? 1 : 0;
    for (; at < csv.size(); ++at) {
        const bool isQuote = csv[at] == '"';
        if (isQuoted && isQuote && at + 1 < csv.size() && csv[at + 1] == '"')
            ++at;
        else if (isQuoted ? isQuote : csv[at] == ',' || csv[at] == '\r')
            break;
        require(isQuoted || !isQuote, "a quote is in quotes");
        field += csv[at];
    }
    at += isQuoted ? 1 : 0;
    require(at < csv.size(), "a field has an end");
    const char end = csv[at];
    require(end == ',' || csv.sliced(at).startsWith("\r\n"), "a comma or a line's end");
    csv = csv.sliced(at + (end == ',' ? 1 : 2));
    return {field, end};
}

QList<QByteArray> takeLine(QByteArrayView &csv)
{
    QList<QByteArray> fields;
    for (char end = ','; end == ',';) {
        const auto [field, next] = takeField(csv);
        fields.append(field);
        end = next;
    }
    return fields;
}

void checkCell(const QByteArray &cell, QByteArrayView text)
{
    const QByteArray escaped =
        base::withEscapes(atlas::textOfUtf8(text), base::Hiding::Harmful).toUtf8();
    const QByteArrayView without = QByteArrayView(cell).sliced(cell.startsWith('\'') ? 1 : 0);
    require(cell == escaped || without == escaped, "a cell holds its text");
    require(!share::beginsLikeFormula(cell), "no cell is a formula");
}

void checkCsv(const BucketRecord &record)
{
    const QByteArray bytes = written(ExportFormat::Csv, record);
    QByteArrayView csv = bytes;
    const auto header = takeLine(csv);
    for (int row = 0; row < 2; ++row) {
        const auto line = takeLine(csv);
        require(line.size() == header.size(), "as many cells as columns");
        const auto cell = [&](const char *name) {
            return line[header.indexOf(name)];
        };
        checkCell(cell("bucketName"), record.text(atlas::BucketField::Name));
        checkCell(cell("projectName"), record.projectName);
        checkCell(cell("region"), record.text(atlas::BucketField::Region));
    }
    require(csv.isEmpty(), "two rows");
}

/// Some versions of Qt's readers drop a U+FEFF at the beginning of a text, others keep it.
QStringView withoutMark(QStringView text)
{
    while (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.sliced(1);
    return text;
}

void checkText(const QJsonValue &value, QByteArrayView text, const char *promise)
{
    require(withoutMark(value.toString()) == withoutMark(atlas::textOfUtf8(text)), promise);
}

void checkJson(const BucketRecord &record)
{
    const auto document = QJsonDocument::fromJson(written(ExportFormat::Json, record));
    const auto array = document[u"buckets"].toArray();
    require(array.size() == 2, "two rows of JSON");
    require(array[0] == array[1], "the same row");
    const QJsonObject row = array[0][u"bucket"].toObject();
    checkText(row[u"bucketName"], record.text(atlas::BucketField::Name), "the name");
    require(row[u"region"].isUndefined() == record.text(atlas::BucketField::Region).isNull(),
            "left out is left out");
    checkText(row[u"region"], record.text(atlas::BucketField::Region), "the region");
}

qsizetype columnsIn(const QByteArray &line)
{
    qsizetype columns = -1;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '|')
            ++columns;
    }
    return columns;
}

void checkMarkdown(const BucketRecord &record)
{
    const QByteArray table = written(ExportFormat::Markdown, record);
    const auto lines = table.split('\n');
    require(lines.size() == 5 && lines[4].isEmpty(), "a line each for header, rule and rows");
    for (qsizetype i = 1; i < 4; ++i)
        require(columnsIn(lines[i]) == columnsIn(lines[0]), "a row keeps to its columns");
    require(!table.contains('\r') && !table.contains('\0'), "no control characters");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const fuzzing::Input input(data, size);
    // What Atlas says is UTF-8 by then.
    const QByteArray text = QString::fromUtf8(input.view()).toUtf8();
    const auto parts = text.split('\n');
    const auto part = [&](qsizetype i) {
        return i < parts.size() ? QByteArrayView(parts[i]) : QByteArrayView();
    };
    BucketRecord record;
    record.project = *atlas::ProjectId::fromHex(u"5f0000000000000000000002");
    record.id = *atlas::BucketId::fromHex(u"65f1a2b30000000000000001");
    record.text(atlas::BucketField::Name) = text;
    record.text(atlas::BucketField::Provider) = part(0);
    record.projectName = part(1).isNull() ? QByteArrayView("") : part(1);
    record.text(atlas::BucketField::Region) = part(2);
    record.text(atlas::BucketField::ServiceUrl) = part(3);
    switch (input.choice(3)) {
    case 0:
        checkCsv(record);
        break;
    case 1:
        checkJson(record);
        break;
    default:
        checkMarkdown(record);
    }
    return 0;
}
