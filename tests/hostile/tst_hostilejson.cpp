// SPDX-License-Identifier: Apache-2.0
#include "answers.h"
#include "atlas/calls/decoding.h"
#include "hostiletest.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using hostile::bucket;
using hostile::goodBuckets;
using hostile::goodPage;
using hostile::HostileWindow;
using hostile::ok;
using hostile::page;
using hostile::pageWithField;
using hostile::Script;

namespace {

const auto NotWhole = u"^200\\|Unexpected response\\|The response is not a complete JSON object"_s;

/// What the window must say of a field.
QString wrong(const QString &field, const QString &how)
{
    return u"^200\\|Unexpected response\\|"_s + QRegularExpression::escape(field + u": "_s + how)
        + u'$';
}

/// What it must say of one entry that it left out.
QString wrongEntry(const QString &field, const QString &how)
{
    return u"^200\\|Unexpected response\\|Entries left out .*: 1\\. First problem: "_s
        + QRegularExpression::escape(field + u": "_s + how) + u"\\.$"_s;
}

QByteArray nested(int depth, const QByteArray &open, const QByteArray &close)
{
    return open.repeated(depth) + close.repeated(depth);
}

QByteArray manyResults(int count)
{
    QByteArrayList results;
    results.reserve(count);
    for (int i = 0; i < count; ++i)
        results.append(bucket(i, "bucket"));
    return page(results);
}

} // namespace

/// JSON that is cut, deep, large, or not of the shape of a page.
class HostileJsonTest : public hostile::HostileTest
{
    Q_OBJECT

private Q_SLOTS:
    void isCut_data();
    void isCut() { runCase(); }
    void isCutAtAnyByte();
    void isDeep_data();
    void isDeep() { runCase(); }
    void hasWrongTypes_data();
    void hasWrongTypes() { runCase(); }
    void hasOddNumbers_data();
    void hasOddNumbers() { runCase(); }
    void saysThingsTwice_data();
    void saysThingsTwice() { runCase(); }
    void isLarge_data();
    void isLarge() { runCase(); }
};

void HostileJsonTest::isCut_data()
{
    addColumns();
    const QByteArray whole = goodPage();
    for (qsizetype length = 1; length < whole.size(); length += 37) {
        fails(qPrintable(u"after %1 of %2 bytes"_s.arg(length).arg(whole.size())),
              Script::of(ok(whole.first(length))), NotWhole);
    }
    fails("before the last brace", Script::of(ok(whole.chopped(1))), NotWhole);
}

/// Every single place: without a window, for there are hundreds.
void HostileJsonTest::isCutAtAnyByte()
{
    const QByteArray whole = goodPage();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto answer = atlas::readAnswer(200, whole.first(length));
        QVERIFY2(!answer, qPrintable(QString::number(length)));
        QCOMPARE(answer.error().kind, atlas::ApiError::Kind::Malformed);
        QVERIFY(!answer.error().detail.isEmpty());
    }
    QVERIFY(atlas::readAnswer(200, whole).and_then(atlas::decodeExportBuckets));
}

void HostileJsonTest::isDeep_data()
{
    addColumns();
    constexpr int Deep = 100'000;
    const auto inside = [](const QByteArray &value) {
        return Script::of(ok(page(goodBuckets(), ",\"more\":" + value)));
    };
    fails("lists alone", Script::of(ok(nested(Deep, "[", "]"))), NotWhole);
    fails("objects alone", Script::of(ok(nested(Deep, R"({"a":)", "}"))), NotWhole);
    fails("lists never closed", Script::of(ok(nested(Deep, "[", {}))), NotWhole);
    fails("lists in a field nobody knows", inside(nested(Deep, "[", "]")), NotWhole);
    fails("objects in a field nobody knows",
          inside(QByteArray(R"({"a":)").repeated(Deep) + "1" + QByteArray("}").repeated(Deep)),
          NotWhole);
    fails("in the results", Script::of(ok(page({nested(Deep, "[", "]")}))), NotWhole);
    fails("in a bucket", Script::of(ok(pageWithField("x", nested(Deep, "[", "]")))), NotWhole);
    shows("only 900 levels", inside(nested(900, "[", "]")));
    shows("only 900 levels in a bucket", Script::of(ok(pageWithField("x", nested(900, "[", "]")))),
          HostileWindow::goodNames());
}

void HostileJsonTest::hasWrongTypes_data()
{
    addColumns();
    const auto field = [](const char *name, const QByteArray &value, const QString &how) {
        const QString path = u"results[0]."_s + QString::fromLatin1(name);
        leavesOut(qPrintable(path + u" is "_s + QString::fromLatin1(value)),
                  Script::of(ok(pageWithField(name, value))), wrongEntry(path, how),
                  HostileWindow::goodNames().sliced(1));
    };
    const auto notString = u"not a string"_s;
    const auto notId = u"not 24 hexadecimal digits"_s;
    for (const char *name : {"_id", "bucketName", "cloudProvider"}) {
        field(name, "null", u"missing"_s);
        field(name, "7", notString);
        field(name, "[]", notString);
    }
    for (const char *name : {"iamRoleId", "roleId", "region", "serviceUrl", "tenantId"}) {
        field(name, "7", notString);
        field(name, "{}", notString);
        field(name, "false", notString);
    }
    field("requirePrivateNetworking", R"("true")", u"not true or false"_s);
    field("requirePrivateNetworking", "1", u"not true or false"_s);
    field("_id", R"("65F1A2B3C4D5E6F700000001")", notId);
    field("_id", R"("65f1a2b3c4d5e6f70000000")", notId);
    field("_id", R"("65f1a2b3c4d5e6f7000000011")", notId);
    field("_id", R"("")", notId);
    field("_id", R"("../../../../../../../etc")", notId);
    const auto member = [](const char *name, const QByteArray &body, const QString &says) {
        fails(name, Script::of(ok(body)), says);
    };
    const auto results = u"results"_s;
    member("results is null", R"({"results":null})", wrong(results, u"missing"_s));
    member("results is an object", R"({"results":{}})", wrong(results, u"not a list"_s));
    member("results is a string", R"({"results":"[]"})", wrong(results, u"not a list"_s));
    member("a result is null", page({"null"}), wrong(u"results[0]"_s, u"not an object"_s));
    leavesOut("a result is a list", Script::of(ok(page({bucket(1, "a"), "[]"}))),
              wrongEntry(u"results[1]"_s, u"not an object"_s), {u"a"_s});
    member("links is a string", page(goodBuckets(), R"(,"links":"next")"),
           wrong(u"links"_s, u"not a list"_s));
    member("links is an object", page(goodBuckets(), R"(,"links":{"rel":"next"})"),
           wrong(u"links"_s, u"not a list"_s));
    shows("links of all kinds",
          Script::of(ok(page(goodBuckets(), R"(,"links":[null,7,"next",[],{"rel":5},{}])"))));
    shows("status is a word", Script::of(ok(page(goodBuckets(), R"(,"status":"500")"))));
    shows("fields nobody knows", Script::of(ok(pageWithField("new", R"({"a":[1,null,"x"]})"))));
    shows("optional fields that are null", Script::of(ok(pageWithField("region", "null"))));
}

void HostileJsonTest::hasOddNumbers_data()
{
    addColumns();
    const auto count = [](const QByteArray &value) {
        return Script::of(ok(page(goodBuckets(), ",\"totalCount\":" + value)));
    };
    const QString notWhole = wrong(u"totalCount"_s, u"not a whole number"_s);
    fails("a fraction", count("1.5"), notWhole);
    fails("a string", count("\"3\""), notWhole);
    fails("true", count("true"), notWhole);
    fails("2 to the 63rd", count("9223372036854775808"), notWhole);
    fails("-2 to the 63rd", count("-9223372036854775808"), notWhole);
    fails("thousand digits", count(QByteArray(1000, '9')), u"^200\\|Unexpected response\\|"_s);
    fails("1e308", count("1e308"), notWhole);
    fails("1e999", count("1e999"), u"^200\\|Unexpected response\\|"_s);
    fails("NaN", count("NaN"), NotWhole);
    fails("Infinity", count("Infinity"), NotWhole);
    fails("hexadecimal", count("0x10"), NotWhole);
    fails("a plus sign", count("+3"), NotWhole);
    shows("an exponent", count("3e0"));
    shows("minus zero", count("-0"));
    shows("a status beyond numbers",
          Script::of(ok(page(goodBuckets(), R"(,"status":99999999999999)"))));
    shows("a status that is a fraction", Script::of(ok(page(goodBuckets(), R"(,"status":500.5)"))));
    shows("a negative status", Script::of(ok(page(goodBuckets(), R"(,"status":-500)"))));
}

void HostileJsonTest::saysThingsTwice_data()
{
    addColumns();
    const auto member = [](const char *name, const QByteArray &more) {
        shows(name, Script::of(ok(page(goodBuckets(), more))));
    };
    member("totalCount", R"(,"totalCount":3,"totalCount":4)");
    member("links", R"(,"links":[],"links":[{"rel":"next"}])");
    member("a field nobody knows", R"(,"a":1,"a":2)");
    // The last one counts, as for JavaScript and most others.
    fails("results", Script::of(ok(page(goodBuckets(), R"(,"results":null)"))),
          wrong(u"results"_s, u"missing"_s));
    shows("bucketName",
          Script::of(ok(page({R"({"_id":"65f1a2b3c4d5e6f700000001","bucketName":"first",)"
                              R"("cloudProvider":"AWS","bucketName":"last"})"}))),
          {u"last"_s});
    shows("a bucket", Script::of(ok(page({bucket(1, "one"), bucket(1, "one again")}))),
          {u"one"_s, u"one again"_s});
}

void HostileJsonTest::isLarge_data()
{
    addColumns();
    fails("100,000 results", Script::of(ok(manyResults(100'000))),
          u"^200\\|Unexpected response\\|The response has more than 500,000 values.$"_s);
    fails("50,000 results", Script::of(ok(manyResults(50'000))),
          wrong(u"results"_s, u"more than 500 entries"_s));
    fails("501 results", Script::of(ok(manyResults(501))),
          wrong(u"results"_s, u"more than 500 entries"_s));
    shows("500 results", Script::of(ok(manyResults(500))), QStringList(500, u"bucket"_s));
    shows("100,000 fields nobody knows", Script::of([] {
              QByteArray more;
              for (int i = 0; i < 100'000; ++i)
                  more += ",\"f" + QByteArray::number(i) + "\":1";
              return ok(page(goodBuckets(), more));
          }()));
    shows("a key of 1 MiB",
          Script::of(ok(page(goodBuckets(), ",\"" + QByteArray(1 << 20, 'k') + "\":1"))));
    shows("100,000 links", Script::of([] {
              QByteArray links("{}");
              links += QByteArray(",{}").repeated(100'000);
              return ok(page(goodBuckets(), ",\"links\":[" + links + ']'));
          }()));
    fails("a message of 1 MiB",
          Script::of(hostile::answer("400 Bad Request",
                                     R"({"error":400,"errorCode":"X","reason":")"
                                         + QByteArray(1 << 20, 'r') + R"(","detail":")"
                                         + QByteArray(1 << 20, 'd') + "\"}")),
          u"^400\\|r{1999}…\\|d{1999}…$"_s);
}

QTEST_MAIN(HostileJsonTest)
#include "tst_hostilejson.moc"
