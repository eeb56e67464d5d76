// SPDX-License-Identifier: Apache-2.0
#include "base/texts/hiddentext.h"
#include "share/report/bucketcells.h"
#include "share/report/exportformat.h"
#include "tests/support/recordlist.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using share::CsvWriter;
using share::ExportFormat;
using testsupport::RecordList;
using testsupport::RecordRow;

namespace {

RecordRow rowNamed(const QByteArray &name)
{
    RecordRow row;
    row.project = *atlas::ProjectId::fromHex(u"5f0000000000000000000002");
    row.id = *atlas::BucketId::fromHex(u"65f1a2b30000000000000001");
    row.text(atlas::BucketField::Name) = name;
    row.text(atlas::BucketField::Provider) = "GCP";
    return row;
}

QByteArray written(ExportFormat format, const QList<RecordRow> &rows,
                   CsvWriter::ByteOrderMark mark = CsvWriter::ByteOrderMark::Without)
{
    QByteArray text;
    const auto writer = share::makeWriter(format, mark, {});
    writer->begin(text);
    for (const RecordRow &row : rows)
        writer->row(row.record(), text);
    writer->end(text);
    return text;
}

/// Names that formats, spreadsheets and readers stumble over.
QByteArrayList nastyNames()
{
    QByteArrayList names{"plain-name",
                         "",
                         "with \"quotes\"",
                         "\"",
                         "a,b;c",
                         "a\r\nb",
                         "a\nb",
                         "a\rb",
                         " spaces around ",
                         "=1+1",
                         "+1",
                         "-1",
                         "@SUM(A1)",
                         "\t=1",
                         "\r=1",
                         "\n=1",
                         "  =1+1",
                         "=\"quoted\"",
                         "＝1+1",
                         "＋1",
                         "－1",
                         "＠SUM(A1)",
                         "ｗide but harmless",
                         "'apostrophe",
                         "a=b",
                         "한국어 이름",
                         "🪣 bucket 👩‍👩‍👧",
                         "\u202eright-to-left\u202c",
                         "back\\slash \\u0041",
                         "\u0001\u001f\u007f\u0085\u2028\u2029",
                         "</script>"};
    names.append(QByteArray("nul\0inside", 10));
    names.append(QByteArray("\0first", 6));
    names.append(QByteArray(1024 * 1024, '"'));
    return names;
}

/// What stands behind the head of a JSON file.
QByteArray rowsOf(const QByteArray &json)
{
    const QByteArray begin = "\"buckets\":[\n";
    return json.sliced(json.indexOf(begin) + begin.size());
}

QJsonArray bucketsIn(const QJsonDocument &document)
{
    return document[u"buckets"].toArray();
}

bool hasPython()
{
    return !QStandardPaths::findExecutable(u"python3"_s).isEmpty();
}

bool mayBeFormula(const QByteArray &name)
{
    const QByteArrayList starts{
        "=", "+", "-", "@", "\t", "\r", "\n", "  =", "＝", "＋", "－", "＠", QByteArray(1, '\0')};
    return std::any_of(starts.begin(), starts.end(),
                       [&name](const QByteArray &start) { return name.startsWith(start); });
}

} // namespace

/// The formats of an export, byte by byte and as others read them.
class BucketWritersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsv();
    void writesCsvCells_data();
    void writesCsvCells();
    void writesJson();
    void writesUnknownFields();
    void writesMarkdown();
    void writesNoRows();
    void pythonReadsCsv_data();
    void pythonReadsCsv();
    void pythonReadsJson();

private:
    QJsonDocument readByPython(const QByteArray &script, const QByteArray &text);
};

void BucketWritersTest::writesCsv()
{
    RecordRow aws = rowNamed("ledger");
    aws.text(atlas::BucketField::Provider) = "AWS";
    aws.projectName = "payments, prod";
    aws.text(atlas::BucketField::Region) = "ap-northeast-2";
    aws.text(atlas::BucketField::RoleId) = "60113b";
    aws.flag(atlas::BucketField::PrivateNetworking) = true;
    RecordRow azure = rowNamed("");
    azure.text(atlas::BucketField::Provider) = "AZURE";
    azure.text(atlas::BucketField::ServiceUrl) = "https://x.blob.core.windows.net";
    azure.text(atlas::BucketField::TenantId) = "4297fc77";
    azure.flag(atlas::BucketField::PrivateNetworking) = false;
    const QByteArray expected =
        "groupId,projectName,_id,bucketName,cloudProvider,region,roleId,"
        "requirePrivateNetworking,serviceUrl,tenantId,registered,usedBy,lastExport,"
        "lastSuccessfulExport\r\n"
        "5f0000000000000000000002,\"payments, prod\",65f1a2b30000000000000001,ledger,AWS,"
        "ap-northeast-2,60113b,true,,,2024-03-13T12:57:23Z,,,\r\n"
        "5f0000000000000000000002,,65f1a2b30000000000000001,\"\",AZURE,,,false,"
        "https://x.blob.core.windows.net,4297fc77,2024-03-13T12:57:23Z,,,\r\n";
    QCOMPARE(written(ExportFormat::Csv, {aws, azure}), expected);
    QCOMPARE(written(ExportFormat::Csv, {aws, azure}, CsvWriter::ByteOrderMark::With),
             "\xef\xbb\xbf" + expected);
}

void BucketWritersTest::writesCsvCells_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("cell");
    const auto add = [](const char *row, const QByteArray &name, const QByteArray &cell) {
        QTest::newRow(row) << name << cell;
    };
    add("plain", "a-b.c_d/e", "a-b.c_d/e");
    add("Korean", "버킷", "버킷");
    add("comma", "a,b", "\"a,b\"");
    add("semicolon", "a;b", "\"a;b\"");
    add("quote", "a\"b", "\"a\"\"b\"");
    add("line break", "a\r\nb", "a\\r\\nb");
    add("tab", "a\tb", "a\\tb");
    add("NUL", QByteArray("a\0b", 3), "a\\0b");
    add("override", "a\u202eb", "a\\u202Eb");
    add("terminal", "a\u001b[201~;id\u000f", "\"a\\u001B[201~;id\\u000F\"");
    add("backslash", "a\\b", "a\\b");
    add("backslash beside an escape", "a\\\n", "a\\\\\\n");
    add("what looks like an escape", "a\\n", "a\\\\n");
    add("a family", "👩‍👩‍👧", "👩‍👩‍👧");
    add("space before", " a", "\" a\"");
    add("space behind", "a ", "\"a \"");
    add("space only", " ", "\" \"");
    add("equals", "=1", "\"'=1\"");
    add("plus", "+1", "\"'+1\"");
    add("minus", "-1", "\"'-1\"");
    add("at", "@a", "\"'@a\"");
    add("tab first", "\ta", "\"'\\ta\"");
    add("CR first", "\ra", "\"'\\ra\"");
    add("LF first", "\na", "\"'\\na\"");
    add("NUL first", QByteArray("\0a", 2), "\"'\\0a\"");
    add("spaces, equals", "  =1", "\"'  =1\"");
    add("full-width equals", "＝1", "\"'＝1\"");
    add("full-width plus", "＋1", "\"'＋1\"");
    add("full-width minus", "－1", "\"'－1\"");
    add("full-width at", "＠a", "\"'＠a\"");
    add("full-width letter", "ａ", "ａ");
    add("no width first", "\ufeff=1", "\\uFEFF=1");
    add("formula with quotes", "=\"a\"", "\"'=\"\"a\"\"\"");
    add("formula inside", "a=1", "a=1");
    add("apostrophe", "'=1", "'=1");
}

void BucketWritersTest::writesCsvCells()
{
    QFETCH(const QByteArray, name);
    QByteArray text = written(ExportFormat::Csv, {rowNamed(name)});
    text = text.sliced(text.indexOf("\r\n") + 2);
    const QByteArray before = "5f0000000000000000000002,,65f1a2b30000000000000001,";
    const QByteArray after = ",GCP,,,,,,2024-03-13T12:57:23Z,,,\r\n";
    QVERIFY(text.startsWith(before));
    QVERIFY(text.endsWith(after));
    QTEST(text.sliced(before.size()).chopped(after.size()), "cell");
}

void BucketWritersTest::writesJson()
{
    RecordRow aws = rowNamed("a\"\\\n\r\t\u0001\u007f버킷🪣");
    aws.text(atlas::BucketField::Provider) = "AWS";
    aws.projectName = "payments";
    aws.text(atlas::BucketField::Region) = "eu-west-1";
    aws.text(atlas::BucketField::RoleId) = "60113b";
    aws.flag(atlas::BucketField::PrivateNetworking) = true;
    RecordRow azure = rowNamed("");
    azure.text(atlas::BucketField::Provider) = "AZURE";
    azure.text(atlas::BucketField::RoleId) = "60113c";
    azure.text(atlas::BucketField::ServiceUrl) = "https://x.blob.core.windows.net";
    azure.text(atlas::BucketField::TenantId) = "4297fc77";
    azure.flag(atlas::BucketField::PrivateNetworking) = false;
    QCOMPARE(
        rowsOf(written(ExportFormat::Json, {aws, azure})),
        "{\"projectId\":\"5f0000000000000000000002\",\"projectName\":\"payments\","
        "\"bucket\":{\"_id\":\"65f1a2b30000000000000001\","
        "\"bucketName\":\"a\\\"\\\\\\n\\r\\t\\u0001\\u007f버킷🪣\",\"cloudProvider\":\"AWS\","
        "\"iamRoleId\":\"60113b\",\"region\":\"eu-west-1\","
        "\"requirePrivateNetworking\":true},\"registeredAt\":\"2024-03-13T12:57:23Z\","
        "\"usedBy\":null,\"lastExport\":null,\"lastSuccessfulExport\":null},\n"
        "{\"projectId\":\"5f0000000000000000000002\",\"projectName\":null,"
        "\"bucket\":{\"_id\":\"65f1a2b30000000000000001\","
        "\"bucketName\":\"\",\"cloudProvider\":\"AZURE\",\"roleId\":\"60113c\","
        "\"requirePrivateNetworking\":false,"
        "\"serviceUrl\":\"https://x.blob.core.windows.net\",\"tenantId\":\"4297fc77\"},"
        "\"registeredAt\":\"2024-03-13T12:57:23Z\","
        "\"usedBy\":null,\"lastExport\":null,\"lastSuccessfulExport\":null}\n"
        "]}\n"_ba);
}

void BucketWritersTest::writesUnknownFields()
{
    RecordRow row = rowNamed("a");
    row.unknownFields =
        R"({"bucketName":"not ours","_id":1,"tags":[1,null,"é\n"],"\"odd\"":{},"x":"\u202e"})";
    RecordRow nothingNew = rowNamed("b");
    nothingNew.unknownFields = R"({"region":"not ours"})";
    const QByteArray text = written(ExportFormat::Json, {row, nothingNew});
    QCOMPARE(text.count("bucketName"), 2);
    const QJsonArray array = bucketsIn(QJsonDocument::fromJson(text));
    QCOMPARE(array.size(), 2);
    const QJsonObject first = array[0][u"bucket"].toObject();
    QCOMPARE(first[u"bucketName"].toString(), u"a"_s);
    QCOMPARE(first[u"_id"].toString(), u"65f1a2b30000000000000001"_s);
    QCOMPARE(first[u"tags"], QJsonValue(QJsonArray{1, QJsonValue::Null, u"é\n"_s}));
    QCOMPARE(first[u"\"odd\""], QJsonValue(QJsonObject{}));
    QVERIFY(!text.contains("not ours"));
    QVERIFY(text.contains(R"("x":"\u202e")"));
}

void BucketWritersTest::writesMarkdown()
{
    RecordRow row = rowNamed("a|b\\c\r\nd");
    row.projectName = QByteArray("<b>\0", 4);
    QCOMPARE(
        written(ExportFormat::Markdown, {row}),
        "| groupId | projectName | \\_id | bucketName | cloudProvider | region | roleId "
        "| requirePrivateNetworking | serviceUrl | tenantId | registered | usedBy "
        "| lastExport | lastSuccessfulExport |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| 5f0000000000000000000002 | \\<b\\>\\\\0 | 65f1a2b30000000000000001 "
        "| a\\|b\\\\c d | GCP |  |  |  |  |  | 2024-03-13T12:57:23Z |  |  |  |\n"_ba);
}

void BucketWritersTest::writesNoRows()
{
    QCOMPARE(rowsOf(written(ExportFormat::Json, {})), "]}\n"_ba);
    QCOMPARE(written(ExportFormat::Csv, {}).count('\n'), 1);
    QCOMPARE(written(ExportFormat::Markdown, {}).count('\n'), 2);
}

QJsonDocument BucketWritersTest::readByPython(const QByteArray &script, const QByteArray &text)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"export"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        qFatal("no file");
    QProcess python;
    python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(script), file.fileName()});
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        return {};
    return QJsonDocument::fromJson(python.readAllStandardOutput());
}

void BucketWritersTest::pythonReadsCsv_data()
{
    QTest::addColumn<bool>("withMark");
    QTest::newRow("without a mark") << false;
    QTest::newRow("with a mark") << true;
}

void BucketWritersTest::pythonReadsCsv()
{
    if (!hasPython())
        QSKIP("There is no python3.");
    QFETCH(const bool, withMark);
    QList<RecordRow> rows;
    for (const QByteArray &name : nastyNames()) {
        rows.append(rowNamed(name));
        rows.last().projectName = name;
        rows.last().text(atlas::BucketField::TenantId) = name;
    }
    const auto mark = withMark ? CsvWriter::ByteOrderMark::With : CsvWriter::ByteOrderMark::Without;
    const QJsonArray lines = readByPython("import csv, json, sys\n"
                                          "csv.field_size_limit(sys.maxsize)\n"
                                          "encoding = 'utf-8"
                                              + QByteArray(withMark ? "-sig" : "")
                                              + "'\n"
                                                "with open(sys.argv[1], newline='', "
                                                "encoding=encoding) as file:\n"
                                                "    reader = csv.reader(file, strict=True)\n"
                                                "    print(json.dumps(list(reader)))\n",
                                          written(ExportFormat::Csv, rows, mark))
                                 .array();
    QCOMPARE(lines.size(), rows.size() + 1);
    QCOMPARE(lines[0].toArray().size(), qsizetype(share::BucketCells::Count));
    QCOMPARE(lines[0][0].toString(), u"groupId"_s);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonArray line = lines[i + 1].toArray();
        QCOMPARE(line.size(), qsizetype(share::BucketCells::Count));
        const QString visible = base::withEscapes(
            QString::fromUtf8(rows[i].text(atlas::BucketField::Name)), base::Hiding::Harmful);
        const QByteArray name =
            (mayBeFormula(rows[i].text(atlas::BucketField::Name)) ? "'" : "") + visible.toUtf8();
        for (const int column : {1, 3, 9})
            QCOMPARE(line[column].toString().toUtf8(), name);
        QCOMPARE(line[10].toString(), u"2024-03-13T12:57:23Z"_s);
    }
}

void BucketWritersTest::pythonReadsJson()
{
    if (!hasPython())
        QSKIP("There is no python3.");
    QList<RecordRow> rows;
    for (const QByteArray &name : nastyNames())
        rows.append(rowNamed(name));
    const QJsonArray objects =
        bucketsIn(readByPython("import json, sys\n"
                               "with open(sys.argv[1], encoding='utf-8') as file:\n"
                               "    print(json.dumps(json.load(file)))\n",
                               written(ExportFormat::Json, rows)));
    QCOMPARE(objects.size(), rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject bucket = objects[i][u"bucket"].toObject();
        QCOMPARE(bucket.size(), 3);
        QCOMPARE(bucket[u"bucketName"].toString().toUtf8(), rows[i].text(atlas::BucketField::Name));
    }
}

QTEST_GUILESS_MAIN(BucketWritersTest)
#include "tst_bucketwriters.moc"
