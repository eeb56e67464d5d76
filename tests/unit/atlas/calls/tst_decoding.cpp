// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/decoding.h"
#include "atlas/values/utc.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atlas;

namespace {

constexpr auto Id = "65f1a2b3c4d5e6f708192a3b";

QByteArray bucketWith(const QByteArray &fields)
{
    return QByteArray("{\"_id\":\"") + Id
        + "\",\"bucketName\":\"ledger-exports\",\"cloudProvider\":\"AWS\"" + fields + '}';
}

Result<ExportBucket> readBucket(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeExportBucket);
}

Result<Page<ExportBucket>> readPage(const QByteArray &body)
{
    return readAnswer(200, body).and_then(decodeExportBuckets);
}

} // namespace

class DecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBucketsOfEachProvider();
    void takesAbsentAndNullFieldsAlike();
    void keepsUnknownFieldsAndProviders();
    void namesTheFieldThatIsWrong_data();
    void namesTheFieldThatIsWrong();
    void readsPages();
    void readsLinks_data();
    void readsLinks();
    void passesOverSenselessCounts_data();
    void passesOverSenselessCounts();
    void namesWhatIsWrongInAPage_data();
    void namesWhatIsWrongInAPage();
    void refusesEveryCutPage();
    void tellsWhereNoJsonIs();
    void readsEnvelopes();
    void readsProjects();
    void refusesTooManyValues();
    void readsErrors_data();
    void readsErrors();
    void readsViolationsAndParameters();
};

void DecodingTest::readsBucketsOfEachProvider()
{
    const auto aws = readBucket(bucketWith(R"(,"iamRoleId":"r1","region":"eu-west-1",
        "requirePrivateNetworking":true,"links":[])"));
    QVERIFY(aws);
    QCOMPARE(aws->id.toHex(), QString::fromLatin1(Id));
    QCOMPARE(aws->provider().kind(), CloudProvider::Kind::Aws);
    QCOMPARE(aws->text(BucketField::RoleId), u"r1"_s);
    QCOMPARE(aws->text(BucketField::Region), u"eu-west-1"_s);
    QCOMPARE(aws->flag(BucketField::PrivateNetworking), true);
    QVERIFY(aws->unknownFields.isEmpty());

    const auto azure = readBucket(QByteArray(R"({"_id":"65f1a2b3c4d5e6f708192a3b",
        "bucketName":"archive","cloudProvider":"AZURE","roleId":"r2",
        "serviceUrl":"https://acc.blob.core.windows.net","tenantId":"t"})"));
    QVERIFY(azure);
    QCOMPARE(azure->provider().displayName(), u"Azure"_s);
    QCOMPARE(azure->text(BucketField::RoleId), u"r2"_s);
    QCOMPARE(azure->text(BucketField::ServiceUrl), u"https://acc.blob.core.windows.net"_s);
    QCOMPARE(azure->text(BucketField::TenantId), u"t"_s);

    const auto gcp = readBucket(R"({"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"g",
        "cloudProvider":"GCP","roleId":"r3"})");
    QVERIFY(gcp);
    QCOMPARE(gcp->provider().displayName(), u"Google Cloud"_s);
}

void DecodingTest::takesAbsentAndNullFieldsAlike()
{
    const auto absent = readBucket(bucketWith({}));
    const auto null = readBucket(bucketWith(R"(,"iamRoleId":null,"region":null,
        "requirePrivateNetworking":null,"serviceUrl":null,"tenantId":null)"));
    QVERIFY(absent);
    QVERIFY(null);
    QCOMPARE(*absent, *null);
    QVERIFY(!absent->text(BucketField::RoleId));
}

void DecodingTest::keepsUnknownFieldsAndProviders()
{
    const auto bucket = readBucket(R"({"_id":"65f1a2b3c4d5e6f708192a3b","bucketName":"o",
        "cloudProvider":"OCI","namespace":{"a":1}})");
    QVERIFY(bucket);
    QCOMPARE(bucket->provider().kind(), CloudProvider::Kind::Unknown);
    QCOMPARE(bucket->provider().displayName(), u"OCI"_s);
    QVERIFY(bucket->unknownFields.contains("namespace"_L1));
}

void DecodingTest::namesTheFieldThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("no id") << QByteArray(R"({"bucketName":"a","cloudProvider":"AWS"})") << u"_id"_s;
    QTest::newRow("id in upper case")
        << QByteArray(R"({"_id":"65F1A2B3C4D5E6F708192A3B","bucketName":"a",
            "cloudProvider":"AWS"})")
        << u"_id"_s;
    QTest::newRow("no name") << QByteArray(R"({"_id":"65f1a2b3c4d5e6f708192a3b",
        "cloudProvider":"AWS"})")
                             << u"bucketName"_s;
    QTest::newRow("name is a number") << QByteArray(R"({"_id":"65f1a2b3c4d5e6f708192a3b",
        "bucketName":7,"cloudProvider":"AWS"})")
                                      << u"bucketName"_s;
    QTest::newRow("provider is a list") << QByteArray(R"({"_id":"65f1a2b3c4d5e6f708192a3b",
        "bucketName":"a","cloudProvider":[]})")
                                        << u"cloudProvider"_s;
    QTest::newRow("role is a number") << bucketWith(R"(,"iamRoleId":1)") << u"iamRoleId"_s;
    QTest::newRow("region is an object") << bucketWith(R"(,"region":{})") << u"region"_s;
    QTest::newRow("truth is a string")
        << bucketWith(R"(,"requirePrivateNetworking":"true")") << u"requirePrivateNetworking"_s;
    QTest::newRow("URL is a number") << bucketWith(R"(,"serviceUrl":1)") << u"serviceUrl"_s;
    QTest::newRow("tenant is false") << bucketWith(R"(,"tenantId":false)") << u"tenantId"_s;
}

void DecodingTest::namesTheFieldThatIsWrong()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, field);
    const auto bucket = readBucket(body);
    QVERIFY(!bucket);
    QCOMPARE(bucket.error().kind, ApiError::Kind::Malformed);
    QVERIFY2(bucket.error().detail.startsWith(field + u':'), qPrintable(bucket.error().detail));
}

void DecodingTest::readsPages()
{
    const auto page = readPage(R"({"links":[{"rel":"self","href":"http://elsewhere/"},
        {"rel":"next","href":"http://elsewhere/"}],"results":[)"
                               + bucketWith({}) + "],\"totalCount\":2508}");
    QVERIFY(page);
    QCOMPARE(page->results.size(), 1);
    QCOMPARE(page->totalCount, 2508);
    QCOMPARE(page->next, Page<ExportBucket>::Link::Present);
    QCOMPARE(page->previous, Page<ExportBucket>::Link::Absent);
}

void DecodingTest::readsLinks_data()
{
    using Link = Page<ExportBucket>::Link;
    QTest::addColumn<QByteArray>("links");
    QTest::addColumn<Link>("next");
    QTest::newRow("none told") << QByteArray() << Link::Unsaid;
    QTest::newRow("null") << QByteArray(R"("links":null,)") << Link::Unsaid;
    QTest::newRow("empty") << QByteArray(R"("links":[],)") << Link::Absent;
    QTest::newRow("next") << QByteArray(R"("links":[{"rel":"next"}],)") << Link::Present;
    QTest::newRow("rubbish in it")
        << QByteArray(R"("links":[1,"next",{"rel":4}],)") << Link::Absent;
}

void DecodingTest::readsLinks()
{
    QFETCH(const QByteArray, links);
    QFETCH(const Page<ExportBucket>::Link, next);
    const auto page = readPage('{' + links + R"("results":[]})");
    QVERIFY(page);
    QCOMPARE(page->next, next);
}

void DecodingTest::passesOverSenselessCounts_data()
{
    QTest::addColumn<QByteArray>("count");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("absent") << QByteArray() << qint64(-1);
    QTest::newRow("null") << QByteArray(R"(,"totalCount":null)") << qint64(-1);
    QTest::newRow("negative") << QByteArray(R"(,"totalCount":-3)") << qint64(-1);
    QTest::newRow("zero") << QByteArray(R"(,"totalCount":0)") << qint64(0);
    QTest::newRow("large") << QByteArray(R"(,"totalCount":9007199254740992)")
                           << qint64(9007199254740992);
}

void DecodingTest::passesOverSenselessCounts()
{
    QFETCH(const QByteArray, count);
    QFETCH(const qint64, expected);
    const auto page = readPage(R"({"results":[])" + count + '}');
    QVERIFY(page);
    QCOMPARE(page->totalCount.value_or(-1), expected);
}

void DecodingTest::namesWhatIsWrongInAPage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no results") << QByteArray("{}") << u"results: missing"_s;
    QTest::newRow("results no list") << QByteArray(R"({"results":{}})") << u"results: not a list"_s;
    QTest::newRow("result no object")
        << QByteArray(R"({"results":[1]})") << u"results[0]: not an object"_s;
    QTest::newRow("both results") << QByteArray(R"({"results":[{"_id":"x"},{"_id":"y"}]})")
                                  << u"results[0]._id: not 24 hexadecimal digits"_s;
    QTest::newRow("count a fraction")
        << QByteArray(R"({"results":[],"totalCount":1.5})") << u"totalCount: not a whole number"_s;
    QTest::newRow("count a text") << QByteArray(R"({"results":[],"totalCount":"1"})")
                                  << u"totalCount: not a whole number"_s;
    QTest::newRow("links a text") << QByteArray(R"({"results":[],"links":"next"})")
                                  << u"links: not a list"_s;
}

void DecodingTest::namesWhatIsWrongInAPage()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, problem);
    const auto page = readPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().detail, problem);
}

void DecodingTest::refusesEveryCutPage()
{
    const QByteArray whole =
        R"({"results":[)" + bucketWith(R"(,"region":"eu-west-1")") + R"(],"totalCount":1})";
    QVERIFY(readPage(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto page = readPage(whole.first(length));
        QVERIFY2(!page, whole.first(length).constData());
        QCOMPARE(page.error().kind, ApiError::Kind::Malformed);
    }
}

/// A proxy's page, where Atlas's answer should be.
void DecodingTest::tellsWhereNoJsonIs()
{
    const auto page = readAnswer(200, "<html><body>Sign in</body></html>");
    QVERIFY(!page);
    QCOMPARE(page.error().detail,
             u"The response is not a complete JSON object: illegal value at byte 1."_s);
    const auto late =
        readAnswer(200, R"({"a":")" + QByteArray("b").repeated(1500) + R"(","c":<html>})");
    QVERIFY(!late);
    QVERIFY2(late.error().detail.endsWith(u" at byte 1,512."), qPrintable(late.error().detail));
}

void DecodingTest::readsEnvelopes()
{
    const auto list = readPage(R"({"status":200,"results":[)" + bucketWith({}) + "]}");
    QVERIFY(list);
    QCOMPARE(list->results.size(), 1);

    const auto one = readBucket(R"({"status":200,"content":)" + bucketWith({}) + '}');
    QVERIFY(one);
    QCOMPARE(one->name(), u"ledger-exports"_s);

    const auto failed = readAnswer(200, R"({"status":404,"content":{"error":404,
        "errorCode":"GROUP_NOT_FOUND","reason":"Not Found","detail":"gone"}})");
    QVERIFY(!failed);
    QCOMPARE(failed.error().status, 404);
    QCOMPARE(failed.error().errorCode, u"GROUP_NOT_FOUND"_s);

    const auto flat = readAnswer(200, R"({"status":401,"error":401,"errorCode":"NOT_IN_GROUP"})");
    QVERIFY(!flat);
    QCOMPARE(flat.error().errorCode, u"NOT_IN_GROUP"_s);

    const auto bare = readAnswer(200, R"({"error":403,"errorCode":"X","detail":"d"})");
    QVERIFY(!bare);
    QCOMPARE(bare.error().status, 403);
}

void DecodingTest::readsProjects()
{
    const auto page = readAnswer(200, R"({"results":[{"id":"65f1a2b3c4d5e6f708192a3b",
        "name":"결제 – 운영","orgId":"o","created":"2024-03-13T13:57:55+01:00","clusterCount":25},
        {"id":"65f1a2b3c4d5e6f708192a3c","name":"bare","created":"some day"}]})")
                          .and_then(decodeProjects);
    QVERIFY(page);
    QCOMPARE(page->results[0].name, u"결제 – 운영"_s);
    QCOMPARE(page->results[0].created, QDateTime({2024, 3, 13}, {12, 57, 55}, atlas::Utc));
    QCOMPARE(page->results[0].clusterCount, 25);
    QVERIFY(!page->results[1].created);
    QVERIFY(!page->results[1].clusterCount);
}

void DecodingTest::refusesTooManyValues()
{
    const QByteArray many = R"({"results":[)" + QByteArray("1,").repeated(500'000) + "1]}";
    const auto answer = atlas::readAnswer(200, many);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, atlas::ApiError::Kind::Malformed);
    QCOMPARE(answer.error().detail, u"The response has more than 500,000 values."_s);
    QVERIFY(atlas::readAnswer(200, R"({"results":[)" + QByteArray("1,").repeated(400'000) + "1]}"));
    const auto error = atlas::errorFromAnswer(503, many.repeated(5));
    QCOMPARE(error.status, 503);
    QVERIFY(error.errorCode.isEmpty());
}

void DecodingTest::readsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("detail");
    QTest::newRow("Atlas") << 404 << QByteArray(R"({"error":404,"errorCode":"GROUP_NOT_FOUND",
        "reason":"Not Found","detail":"No such group."})")
                           << u"GROUP_NOT_FOUND"_s << u"Not Found"_s << u"No such group."_s;
    QTest::newRow("Atlas, nulls") << 401 << QByteArray(R"({"error":401,"errorCode":"NOT_IN_GROUP",
        "reason":null,"detail":null,"parameters":null,"badRequestDetail":null})")
                                  << u"NOT_IN_GROUP"_s << u"Unauthorized"_s << QString();
    QTest::newRow("a gateway's") << 503 << QByteArray(R"({"timestamp":1,"status":503,
        "error":"Service Unavailable","path":"/api"})")
                                 << QString() << u"Service Unavailable"_s << QString();
    QTest::newRow("HTML") << 503
                          << QByteArray("<html><head><title>x</title></head><body><h1>503 Service "
                                        "Unavailable</h1>\n<p>try later</body></html>")
                          << QString() << u"Service Unavailable"_s
                          << u"503 Service Unavailable try later"_s;
    QTest::newRow("empty") << 502 << QByteArray() << QString() << u"Bad Gateway"_s
                           << u"The response has no body."_s;
    QTest::newRow("a list") << 500 << QByteArray("[]") << QString() << u"Internal Server Error"_s
                            << QString();
    QTest::newRow("cut short") << 502 << QByteArray(R"( {"results":[{"apiToken":"made-up")")
                               << QString() << u"Bad Gateway"_s << QString();
}

void DecodingTest::readsErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto answer = readAnswer(status, body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().status, status);
    QTEST(answer.error().errorCode, "code");
    QTEST(answer.error().reason, "reason");
    QTEST(answer.error().detail, "detail");
}

void DecodingTest::readsViolationsAndParameters()
{
    const ApiError error = errorFromAnswer(400, R"({"error":400,"errorCode":"VALIDATION_ERROR",
        "parameters":["/path",12,null],
        "badRequestDetail":{"fields":[{"field":"itemsPerPage","description":"too many"}]}})");
    QCOMPARE(error.parameters, QStringList({u"/path"_s, u"12"_s, QString()}));
    QCOMPARE(error.fieldViolations, QList<FieldViolation>({{u"itemsPerPage"_s, u"too many"_s}}));
}

QTEST_GUILESS_MAIN(DecodingTest)
#include "tst_decoding.moc"
