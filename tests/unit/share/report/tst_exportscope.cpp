// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/utc.h"
#include "share/report/exportformat.h"
#include "share/report/exportname.h"
#include "tests/support/recordlist.h"
#include "tests/support/schemacheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using share::BucketUse;
using share::CsvWriter;
using share::ExportExtent;
using share::ExportFormat;
using share::ExportScope;
using testsupport::RecordList;
using testsupport::RecordRow;

namespace {

atlas::Project projectNamed(const QString &name)
{
    atlas::Project project;
    project.id = *atlas::ProjectId::fromHex(u"5f0000000000000000000002");
    project.name = name;
    project.organizationId = u"5f00000000000000000000aa"_s;
    return project;
}

ExportScope wholeScope()
{
    ExportScope scope;
    scope.generatedAt = QDateTime(QDate(2026, 8, 10), QTime(9, 5, 7), atlas::Utc);
    scope.baseUrl = QUrl(u"https://somebody:hush@cloud.mongodb.com/"_s);
    scope.projects = {projectNamed(u"payments"_s)};
    return scope;
}

ExportScope partOf()
{
    ExportScope scope = wholeScope();
    scope.missing = u"1 project could not be read | \"sorry\"."_s;
    scope.filter = u"unused: \"a|b\" \u202e"_s;
    atlas::ApiError error;
    error.status = 403;
    error.errorCode = u"ACCESS_FORBIDDEN"_s;
    error.detail = u"No."_s;
    scope.unread = {{projectNamed(u"orders"_s), error}};
    return scope;
}

QByteArray written(ExportFormat format, const ExportScope &scope, const QList<RecordRow> &rows)
{
    QByteArray text;
    const auto writer = share::makeWriter(format, CsvWriter::ByteOrderMark::Without, scope);
    writer->begin(text);
    for (const RecordRow &row : rows)
        writer->row(row.record(), text);
    writer->end(text);
    return text;
}

RecordRow rowWith(const std::optional<BucketUse> &use)
{
    RecordRow row = RecordList::made(1).constFirst();
    row.use = use;
    return row;
}

} // namespace

/// A file says what its rows are: of what, how much of it, and what uses them.
class ExportScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysInJsonThatItIsWhole();
    void saysInJsonThatItIsAPart();
    void saysInMarkdownThatItIsAPart();
    void leavesCsvAsItIs();
    void saysInTheNameThatItIsAPart();
    void namesNoFolder_data();
    void namesNoFolder();
    void writesTheUse_data();
    void writesTheUse();
    void everyFormatIsAsItsRowSays();
    void jsonFitsItsSchema();
};

void ExportScopeTest::saysInJsonThatItIsWhole()
{
    const QByteArray text = written(ExportFormat::Json, wholeScope(), RecordList::made(2));
    QVERIFY(text.startsWith("{\"schema\":1,\n\"generatedAt\":\"2026-08-10T09:05:07Z\",\n"
                            "\"baseUrl\":\"https://cloud.mongodb.com\",\n\"complete\":true,\n"));
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    QVERIFY(!file.contains(u"missing"_s) && !file.contains(u"filter"_s));
    QCOMPARE(file[u"unread"].toArray(), QJsonArray());
    QCOMPARE(file[u"projects"].toArray(),
             (QJsonArray{QJsonObject{{u"id"_s, u"5f0000000000000000000002"_s},
                                     {u"name"_s, u"payments"_s},
                                     {u"orgId"_s, u"5f00000000000000000000aa"_s}}}));
    QCOMPARE(file[u"buckets"].toArray().size(), 2);
}

void ExportScopeTest::saysInJsonThatItIsAPart()
{
    const QByteArray text = written(ExportFormat::Json, partOf(), {});
    const QJsonObject file = QJsonDocument::fromJson(text).object();
    QCOMPARE(file[u"complete"], QJsonValue(false));
    QCOMPARE(file[u"missing"].toString(), partOf().missing);
    QCOMPARE(file[u"filter"].toString(), partOf().filter);
    QVERIFY(text.contains("\\u202e"));
    QCOMPARE(file[u"unread"].toArray(),
             (QJsonArray{QJsonObject{{u"projectId"_s, u"5f0000000000000000000002"_s},
                                     {u"projectName"_s, u"orders"_s},
                                     {u"what"_s, u"buckets"_s},
                                     {u"status"_s, 403},
                                     {u"errorCode"_s, u"ACCESS_FORBIDDEN"_s},
                                     {u"detail"_s, u"No."_s}}}));
}

void ExportScopeTest::saysInMarkdownThatItIsAPart()
{
    const QByteArray whole = written(ExportFormat::Markdown, wholeScope(), {});
    QVERIFY(whole.startsWith("| groupId |"));
    const QByteArray part = written(ExportFormat::Markdown, partOf(), {});
    QVERIFY2(part.startsWith("1 project could not be read \\| "), part.constData());
    QVERIFY(part.contains(".\n\nFilter: unused: "));
    QVERIFY(part.endsWith(QByteArray("\n\n" + whole)));
}

/// Nothing but rows may stand in it.
void ExportScopeTest::leavesCsvAsItIs()
{
    const QList<RecordRow> rows = RecordList::made(3);
    QCOMPARE(written(ExportFormat::Csv, partOf(), rows),
             written(ExportFormat::Csv, wholeScope(), rows));
}

void ExportScopeTest::saysInTheNameThatItIsAPart()
{
    const QDate day(2026, 8, 10);
    QCOMPARE(share::suggestedExportName(u"a"_s, day, ExportExtent::Whole, ExportFormat::Csv),
             u"export-buckets-a-2026-08-10.csv"_s);
    QCOMPARE(share::suggestedExportName(u"a"_s, day, ExportExtent::Part, ExportFormat::Csv),
             u"export-buckets-a-2026-08-10-part.csv"_s);
}

void ExportScopeTest::namesNoFolder_data()
{
    QTest::addColumn<QString>("project");
    QTest::newRow("folders") << u"../a/b"_s;
    QTest::newRow("half a surrogate pair") << u"../a/"_s + QChar(0xd800) + u"/b"_s;
}

void ExportScopeTest::namesNoFolder()
{
    QFETCH(const QString, project);
    QCOMPARE(share::suggestedExportName(project, QDate(2026, 8, 10), ExportExtent::Whole,
                                        ExportFormat::Csv),
             u"export-buckets-a-b-2026-08-10.csv"_s);
}

void ExportScopeTest::writesTheUse_data()
{
    using LastExport = BucketUse::LastExport;
    QTest::addColumn<std::optional<BucketUse>>("use");
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("json");
    const std::optional<BucketUse> none;
    QTest::newRow("nothing known")
        << none << ",,"_ba
        << R"("usedBy":null,"lastExport":null,"lastSuccessfulExport":null})"_ba;
    QTest::newRow("not used, never exported")
        << std::optional(BucketUse{QByteArrayList{}, LastExport::Never, {}}) << "\"\",never,"_ba
        << R"("usedBy":[],"lastExport":"never","lastSuccessfulExport":null})"_ba;
    QTest::newRow("used by two") << std::optional(
        BucketUse{QByteArrayList{"a-1", "b"}, LastExport::Worked, "2026-08-04T02:12:00Z"})
                                 << "a-1 b,worked,2026-08-04T02:12:00Z"_ba
                                 << R"("usedBy":["a-1","b"],"lastExport":"worked",)"
                                    R"("lastSuccessfulExport":"2026-08-04T02:12:00Z"})"_ba;
    QTest::newRow("users known, jobs not")
        << std::optional(BucketUse{QByteArrayList{"a"}, std::nullopt, {}}) << "a,,"_ba
        << R"("usedBy":["a"],"lastExport":null,"lastSuccessfulExport":null})"_ba;
    QTest::newRow("failing")
        << std::optional(BucketUse{std::nullopt, LastExport::Failed, {}}) << ",failed,"_ba
        << R"("usedBy":null,"lastExport":"failed","lastSuccessfulExport":null})"_ba;
}

void ExportScopeTest::writesTheUse()
{
    QFETCH(const std::optional<BucketUse>, use);
    QFETCH(const QByteArray, csv);
    QFETCH(const QByteArray, json);
    const QByteArray line = written(ExportFormat::Csv, {}, {rowWith(use)}).split('\n').at(1);
    QVERIFY2(line.endsWith(QByteArray("Z," + csv + '\r')), line.constData());
    const QByteArray object = written(ExportFormat::Json, {}, {rowWith(use)});
    QVERIFY2(object.endsWith(QByteArray(json + "\n]}\n")), object.constData());
}

/// And no name or suffix of a format stands anywhere else.
void ExportScopeTest::everyFormatIsAsItsRowSays()
{
    QSet<QString> suffixes;
    QSet<QString> names;
    const QList<RecordRow> rows = RecordList::made(2);
    for (const share::ExportFormatRow &row : share::exportFormats()) {
        QCOMPARE(share::rowOf(row.format).name, row.name);
        suffixes.insert(share::suffixOf(row.format));
        names.insert(row.name);
        const bool tells =
            written(row.format, partOf(), rows) != written(row.format, wholeScope(), rows);
        QCOMPARE(tells, row.tellsScope);
        QByteArray begun;
        share::makeWriter(row.format, CsvWriter::ByteOrderMark::With, {})->begin(begun);
        QCOMPARE(begun.startsWith("\xef\xbb\xbf"), row.mayHaveByteOrderMark);
    }
    QCOMPARE(suffixes.size(), static_cast<qsizetype>(share::exportFormats().size()));
    QCOMPARE(names.size(), suffixes.size());
}

void ExportScopeTest::jsonFitsItsSchema()
{
    const BucketUse use{QByteArrayList{"a-1"}, BucketUse::LastExport::Worked,
                        "2026-08-04T02:12:00Z"};
    QList<RecordRow> rows{rowWith(use), rowWith({})};
    rows.append(RecordList::made(20));
    testsupport::SchemaCheck schemas;
    for (const ExportScope &scope : {wholeScope(), partOf()}) {
        schemas.add(u"list"_s, written(ExportFormat::Json, scope, rows));
        schemas.add(u"list"_s, written(ExportFormat::Json, scope, {}));
    }
    QCOMPARE(schemas.faults(), QString());
    schemas.add(u"list"_s, written(ExportFormat::Json, wholeScope(), {}) + "{}");
    QVERIFY(!schemas.faults().isEmpty());
}

QTEST_GUILESS_MAIN(ExportScopeTest)
#include "tst_exportscope.moc"
