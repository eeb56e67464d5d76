// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/bucketscan.h"
#include "atlas/calls/decoding.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;

namespace {

QByteArray bucket(const QByteArray &fields = {})
{
    return R"({"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"ledger","cloudProvider":"AWS")"
        + fields + '}';
}

QByteArray page(const QByteArray &results, const QByteArray &rest = {})
{
    return "{\"results\":[" + results + ']' + rest + '}';
}

QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

QByteArray manyBuckets(int count)
{
    QByteArrayList buckets;
    for (int i = 0; i < count; ++i)
        buckets.append(bucket());
    return buckets.join(',');
}

/// From the last to the first, which takes longest to put in order.
QByteArray manyFields(int bytes)
{
    QByteArray fields;
    for (int i = 99'999; fields.size() < bytes; --i)
        fields += ",\"" + QByteArray::number(i) + "\":1";
    return fields;
}

Result<Page<ExportBucket>> decoded(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeExportBuckets);
}

void compare(const Page<ExportBucket> &scanned, const Page<ExportBucket> &decoded)
{
    QCOMPARE(scanned.results, decoded.results);
    QCOMPARE(scanned.totalCount, decoded.totalCount);
    QCOMPARE(scanned.next, decoded.next);
    QCOMPARE(scanned.previous, decoded.previous);
}

} // namespace

class BucketScanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheDecoderReads_data();
    void readsWhatTheDecoderReads();
    void leavesTheRestToTheDecoder_data();
    void leavesTheRestToTheDecoder();
    void leavesEveryCutPage();
    void keepsItsTextsWhenMoved();
};

void BucketScanTest::readsWhatTheDecoderReads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no bucket") << page({});
    QTest::newRow("one") << page(bucket());
    QTest::newRow("500") << page(manyBuckets(500));
    QTest::newRow("AWS") << page(bucket(
        R"(,"iamRoleId":"r","region":"us-east-1","requirePrivateNetworking":true,"links":[1,{}])"));
    QTest::newRow("Azure") << page(
        bucket(R"(,"roleId":"r","serviceUrl":"https://a.example","tenantId":"t")"));
    QTest::newRow("both kinds of role") << page(bucket(R"(,"roleId":"b","iamRoleId":"a")"));
    QTest::newRow("empty texts") << page(bucket(R"(,"roleId":"","region":"")"));
    QTest::newRow("escapes") << page(bucket(R"(,"roleId":"\u00e9\n\"\\\/\ud83d\ude00\u0000x")"));
    QTest::newRow("UTF-8") << page(bucket(R"(,"tenantId":"결제 – 운영 😀")"));
    QTest::newRow("unknown fields")
        << page(bucket(R"(,"later":{"a":[1,-2.5,1e300,true,null,"\u00e9"]},"b":9007199254740993)"));
    QTest::newRow("an unknown field with an odd name") << page(bucket(R"(,"":1,"\u00e9\n":2)"));
    QTest::newRow("count and links")
        << page(bucket(), R"(,"totalCount":12,"links":[{"rel":"self"},{"rel":"next","href":"x"}])");
    QTest::newRow("previous") << page({}, R"(,"links":[{"href":"x","rel":"previous"}])");
    QTest::newRow("no links") << page({}, R"(,"links":[],"totalCount":0)");
    QTest::newRow("spaces") << " \r\n\t" + page(bucket() + " ,\n" + bucket()) + " \n";
    QTest::newRow("largest exact count") << page({}, R"(,"totalCount":9007199254740992)");
}

void BucketScanTest::readsWhatTheDecoderReads()
{
    QFETCH(const QByteArray, body);
    const auto scan = BucketScan::of(body);
    QVERIFY(scan);
    const auto slow = decoded(body);
    QVERIFY(slow);
    compare(scan->toPage(), *slow);
}

void BucketScanTest::leavesTheRestToTheDecoder_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no results") << QByteArray("{}");
    QTest::newRow("results are no list") << QByteArray(R"({"results":{}})");
    QTest::newRow("results twice") << QByteArray(R"({"results":[],"results":[]})");
    QTest::newRow("more than 500") << page(manyBuckets(501));
    QTest::newRow("a bucket that is no object") << page("1");
    QTest::newRow("no ID") << page(R"({"bucketName":"a","cloudProvider":"AWS"})");
    QTest::newRow("a short ID") << page(
        R"({"_id":"65f1a2b3c4d5e6f708192a3","bucketName":"a","cloudProvider":"AWS"})");
    QTest::newRow("an ID in upper case")
        << page(R"({"_id":"65F1A2B3C4D5E6F708192A3B","bucketName":"a","cloudProvider":"AWS"})");
    QTest::newRow("a field twice") << page(bucket(R"(,"bucketName":"b")"));
    QTest::newRow("an unknown field twice") << page(bucket(R"(,"later":1,"later":2)"));
    QTest::newRow("null for nothing") << page(bucket(R"(,"roleId":null)"));
    QTest::newRow("a number for a text") << page(bucket(R"(,"roleId":1)"));
    QTest::newRow("a text for a truth value")
        << page(bucket(R"(,"requirePrivateNetworking":"true")"));
    QTest::newRow("half a surrogate pair") << page(bucket(R"(,"roleId":"\ud83d")"));
    QTest::newRow("the other half") << page(bucket(R"(,"roleId":"\udc00")"));
    QTest::newRow("half a pair and a character") << page(bucket(R"(,"roleId":"\ud888\u1234")"));
    QTest::newRow("half a pair and a private one") << page(bucket(R"(,"roleId":"\ud800\ue000")"));
    QTest::newRow("half a pair and a letter") << page(bucket(R"(,"roleId":"\ud83dx")"));
    QTest::newRow("half a pair in a name") << page(bucket(R"(,"\ud83d":1)"));
    QTest::newRow("a mark at the beginning") << page(bucket(R"(,"roleId":"\ufeffr")"));
    QTest::newRow("a mark that is not escaped") << page(bucket(",\"roleId\":\"\xef\xbb\xbfr\""));
    QTest::newRow("a mark in a name") << page(bucket(R"(,"\ufeff_id":1)"));
    QTest::newRow("a mark in an unknown field") << page(bucket(R"(,"later":["\ufeffr"])"));
    QTest::newRow("a number that is too small") << page(bucket(R"(,"later":[1e-400])"));
    QTest::newRow("many unknown fields") << page(bucket(manyFields(100'000)));
    QTest::newRow("no UTF-8") << page(bucket(",\"roleId\":\"\xff\""));
    QTest::newRow("garbage in links") << page(bucket(R"(,"links":[tru])"));
    QTest::newRow("a comma too many") << page(bucket() + ',');
    QTest::newRow("something behind") << page({}) + "{}";
    QTest::newRow("deep") << page(bucket(R"(,"later":)" + nested(100)));
    QTest::newRow("an envelope") << QByteArray(R"({"status":200,"content":{"results":[]}})");
    QTest::newRow("an error") << QByteArray(
        R"({"error":403,"errorCode":"IP_ADDRESS_NOT_ON_ACCESS_LIST","results":[]})");
    QTest::newRow("an unknown field beside the results") << page({}, R"(,"later":1)");
    QTest::newRow("a count below zero") << page({}, R"(,"totalCount":-1)");
    QTest::newRow("a count that is not exact") << page({}, R"(,"totalCount":9007199254740993)");
    QTest::newRow("a fraction for a count") << page({}, R"(,"totalCount":1.5)");
    QTest::newRow("a relation twice") << page({}, R"(,"links":[{"rel":"next","rel":"self"}])");
    QTest::newRow("a relation that is no text") << page({}, R"(,"links":[{"rel":1}])");
    QTest::newRow("a link without a relation") << page({}, R"(,"links":[{}])");
    QTest::newRow("large") << page(bucket(R"(,"later":")" + QByteArray(500'000, 'x') + '"'));
}

void BucketScanTest::leavesTheRestToTheDecoder()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!BucketScan::of(body));
}

void BucketScanTest::leavesEveryCutPage()
{
    const QByteArray whole = page(bucket(R"(,"roleId":"r")"), R"(,"totalCount":1,"links":[])");
    QVERIFY(BucketScan::of(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!BucketScan::of(whole.first(size)), qPrintable(QString::number(size)));
}

void BucketScanTest::keepsItsTextsWhenMoved()
{
    auto scan = BucketScan::of(page(bucket(R"(,"roleId":"a\u00e9")")));
    QVERIFY(scan);
    const BucketScan moved = *std::move(scan);
    scan.reset();
    QCOMPARE(*moved.buckets().at(0).text(atlas::BucketField::Name), QByteArrayView("ledger"));
    QCOMPARE(*moved.buckets().at(0).text(atlas::BucketField::RoleId), QByteArrayView("aé"));
}

QTEST_APPLESS_MAIN(BucketScanTest)
#include "tst_bucketscan.moc"
