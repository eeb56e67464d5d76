// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/requesttext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using share::BucketsCall;
using share::RequestFormat;
using share::requestText;

namespace {

BucketsCall callWith(const atlas::CallOptions &options)
{
    return {QUrl(u"https://atlas.example:8443"_s),
            *atlas::ProjectId::fromHex(u"5f0000000000000000000002"),
            *atlas::BucketId::fromHex(u"65f1a2b3c4d5e6f708190a1b"),
            u"/etc/ca.pem"_s,
            u"prod"_s,
            options};
}

BucketsCall unusualCall()
{
    return callWith({*atlas::ApiVersion::fromString(u"2024-05-30"), true, true});
}

/// The lines of a shell command as one, without the steps at their beginnings.
QString oneLine(QString text)
{
    return text.replace(u"\\\n"_s, u" "_s).simplified();
}

} // namespace

/// The call for one bucket, which no page may list.
class RequestSingleBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCurl_data();
    void writesCurl();
    void writesTheAtlasCli();
    void writesGo();
    void namesNoPage_data();
    void namesNoPage();
};

void RequestSingleBucketTest::writesCurl_data()
{
    QTest::addColumn<RequestFormat>("format");
    QTest::addColumn<QString>("signIn");
    QTest::newRow("key") << RequestFormat::CurlApiKey << u"curl --config - --digest "_s;
    QTest::newRow("token") << RequestFormat::CurlServiceAccount << u"curl --header @- "_s;
}

void RequestSingleBucketTest::writesCurl()
{
    QFETCH(const RequestFormat, format);
    QFETCH(const QString, signIn);
    const QString text = oneLine(requestText(format, unusualCall()));
    const QString expected = signIn
        + u"--header 'Accept: application/vnd.atlas.2024-05-30+json' --cacert /etc/ca.pem "
          "--get --data envelope=true --data pretty=true "
          "https://atlas.example:8443/api/atlas/v2/groups/5f0000000000000000000002"
          "/backup/exportBuckets/65f1a2b3c4d5e6f708190a1b";
    QVERIFY2(text.endsWith(expected), qPrintable(text));
}

void RequestSingleBucketTest::writesTheAtlasCli()
{
    const QString text = oneLine(requestText(RequestFormat::AtlasCli, unusualCall()));
    QVERIFY2(text.contains(u"SSL_CERT_FILE=/etc/ca.pem atlas api cloudBackups getExportBucket "
                           "--profile prod --groupId 5f0000000000000000000002 "
                           "--exportBucketId 65f1a2b3c4d5e6f708190a1b --version 2024-05-30 "
                           "--envelope=true --pretty=true )"_s),
             qPrintable(text));
    QVERIFY2(text.endsWith(u"SSL_CERT_FILE=/etc/ca.pem atlas backups exports buckets describe "
                           "--profile prod --projectId 5f0000000000000000000002 "
                           "--bucketId 65f1a2b3c4d5e6f708190a1b --output json )"_s),
             qPrintable(text));
}

void RequestSingleBucketTest::writesGo()
{
    const QString text = requestText(RequestFormat::GoSdk, unusualCall());
    const auto call = uR"(
	bucket, _, err := client.CloudBackupsApi.GetExportBucket(ctx, "5f0000000000000000000002", "65f1a2b3c4d5e6f708190a1b").Execute()
	if err != nil {)"_s;
    QVERIFY2(text.contains(call), qPrintable(text));
    QVERIFY(!text.contains(u"MONGODB_ATLAS_"));
    QVERIFY(text.contains(u"\n// The credential must be for https://atlas.example:8443.\n"));
    QVERIFY(text.contains(u"version 2025-02-19. For 2024-05-30,"_s));
    QVERIFY(text.contains(u"envelope"_s));
}

void RequestSingleBucketTest::namesNoPage_data()
{
    QTest::addColumn<RequestFormat>("format");
    QTest::newRow("curl, API key") << RequestFormat::CurlApiKey;
    QTest::newRow("curl, service account") << RequestFormat::CurlServiceAccount;
    QTest::newRow("Atlas CLI") << RequestFormat::AtlasCli;
    QTest::newRow("Go") << RequestFormat::GoSdk;
}

void RequestSingleBucketTest::namesNoPage()
{
    QFETCH(const RequestFormat, format);
    const QString text = requestText(format, callWith({}));
    QVERIFY(text.contains(u"65f1a2b3c4d5e6f708190a1b"_s));
    for (const auto word : {"page"_L1, "limit"_L1, "count"_L1, "listExport"_L1})
        QVERIFY2(!text.contains(word, Qt::CaseInsensitive), qPrintable(text));
}

QTEST_GUILESS_MAIN(RequestSingleBucketTest)
#include "tst_requestsinglebucket.moc"
