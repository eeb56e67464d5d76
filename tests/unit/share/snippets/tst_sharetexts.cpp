// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/destinationurl.h"
#include "buckets/fields/providerlink.h"
#include "share/report/markdowntable.h"
#include "share/snippets/commandlinetext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlas::CloudProvider;
using atlas::ExportBucket;

namespace {

ExportBucket bucketOf(const QString &provider, const QString &name = u"ledger-exports"_s)
{
    ExportBucket bucket;
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = provider;
    return bucket;
}

ExportBucket awsBucket(const QString &region)
{
    ExportBucket bucket = bucketOf(u"AWS"_s);
    bucket.text(atlas::BucketField::Region) = region;
    return bucket;
}

ExportBucket azureBucket(const QString &serviceUrl)
{
    ExportBucket bucket = bucketOf(u"AZURE"_s);
    bucket.text(atlas::BucketField::ServiceUrl) = serviceUrl;
    return bucket;
}

} // namespace

Q_DECLARE_METATYPE(atlas::ExportBucket)

/// Tables, commands, addresses and links that are copied or opened.
class ShareTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTables();
    void widensTables();
    void escapesCells_data();
    void escapesCells();
    void writesTheCommandLine();
    void writesDestinations_data();
    void writesDestinations();
    void linksToConsoles_data();
    void linksToConsoles();
    void opensProvidersOnly_data();
    void opensProvidersOnly();
};

void ShareTextsTest::writesTables()
{
    QCOMPARE(
        share::markdownTable({u"Name"_s, u"ID"_s}, {{u"ledger"_s, u"1"_s}, {u"b"_s, u"12345"_s}}),
        u"| Name   | ID    |\n"
        "| ------ | ----- |\n"
        "| ledger | 1     |\n"
        "| b      | 12345 |\n"_s);
    QCOMPARE(share::markdownTable({u"A"_s}, {}), u"| A   |\n| --- |\n"_s);
    QCOMPARE(share::markdownTable({}, {{u"a"_s}}), QString());
}

void ShareTextsTest::widensTables()
{
    QCOMPARE(share::markdownTable({u"A"_s}, {{u"𝄞𝄞𝄞𝄞"_s, u"b"_s}, {}}),
             u"| A    |     |\n"
             "| ---- | --- |\n"
             "| 𝄞𝄞𝄞𝄞 | b   |\n"
             "|      |     |\n"_s);
}

void ShareTextsTest::escapesCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("source");
    QTest::newRow("plain") << u"a-b.c (d) 1/2: #3"_s << u"a-b.c (d) 1/2: #3"_s;
    QTest::newRow("pipe") << u"a|b"_s << u"a\\|b"_s;
    QTest::newRow("backslash") << u"a\\b\\"_s << u"a\\\\b\\\\"_s;
    QTest::newRow("backslash and pipe") << u"\\|"_s << u"\\\\\\|"_s;
    QTest::newRow("code") << u"`x`"_s << u"\\`x\\`"_s;
    QTest::newRow("emphasis") << u"*a* __b__ ~~c~~"_s << u"\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~"_s;
    QTest::newRow("HTML") << u"<img src=x>"_s << u"\\<img src=x\\>"_s;
    QTest::newRow("entity") << u"&lt;"_s << u"\\&lt;"_s;
    QTest::newRow("link") << u"![a](b)"_s << u"!\\[a\\](b)"_s;
    QTest::newRow("formula") << u"$x$"_s << u"\\$x\\$"_s;
    QTest::newRow("line breaks") << u"a\nb\r\nc\rd\u2028e\tf"_s << u"a b c d e f"_s;
    QTest::newRow("NUL") << QString(QChar(QChar::Null)) << u"\\\\0"_s;
    QTest::newRow("override") << u"x\u202ey"_s << u"x\\\\u202Ey"_s;
    QTest::newRow("double blanks") << u"a  b"_s << u"a  b"_s;
    QTest::newRow("address") << u"https://evil.example/a"_s << u"https\\://evil.example/a"_s;
    QTest::newRow("address without a scheme") << u"WWW.evil.example"_s << u"WWW\\.evil.example"_s;
    QTest::newRow("mention") << u"@octocat"_s << u"@<!-- -->octocat"_s;
    QTest::newRow("mail") << u"a@evil.example"_s << u"a@<!-- -->evil.example"_s;
}

void ShareTextsTest::escapesCells()
{
    QFETCH(const QString, cell);
    const QString table = share::markdownTable({u"A"_s}, {{cell}});
    QCOMPARE(table.count(u'\n'), 3);
    QTEST(table.section(u'\n', 2, 2).sliced(2).chopped(2).trimmed(), "source");
}

void ShareTextsTest::writesTheCommandLine()
{
    share::BucketPlace place{u"it's prod; $(id)"_s,
                             QUrl(u"https://cloud.mongodbgov.com"_s),
                             *atlas::ProjectId::fromHex(u"5f0000000000000000000002"),
                             *atlas::BucketId::fromHex(u"66c0ffee66c0ffee66c0ffee"),
                             *atlas::PageNumber::from(3),
                             *atlas::ItemsPerPage::from(50)};
    const QString bucket =
        u"--project 5f0000000000000000000002 --bucket 66c0ffee66c0ffee66c0ffee"_s;
    QCOMPARE(share::commandLineText(place),
             QString(u"bucketscope --profile 'it'\\''s prod; $(id)' --base-url "
                     "https://cloud.mongodbgov.com "_s
                     + bucket + u" --page 3 --items-per-page 50"_s));
    // All pages, with the credential of the environment.
    place.profile.clear();
    place.page.reset();
    QCOMPARE(share::commandLineText(place),
             QString(u"bucketscope --base-url https://cloud.mongodbgov.com "_s + bucket
                     + u" --items-per-page 50"_s));
}

void ShareTextsTest::writesDestinations_data()
{
    QTest::addColumn<ExportBucket>("bucket");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("url");
    const QString prefix = u"exported_snapshots/o/p/c"_s;
    const auto aws = bucketOf(u"AWS"_s);
    const auto azure = azureBucket(u"https://acc.blob.core.windows.net"_s);

    QTest::newRow("AWS") << aws << prefix << u"s3://ledger-exports/exported_snapshots/o/p/c"_s;
    QTest::newRow("AWS, no prefix") << aws << QString() << u"s3://ledger-exports"_s;
    QTest::newRow("AWS, odd prefix") << aws << u"a b/ü?#%"_s << u"s3://ledger-exports/a b/ü?#%"_s;
    QTest::newRow("AWS, Korean prefix")
        << aws << u"exported_snapshots/운영"_s << u"s3://ledger-exports/exported_snapshots/운영"_s;
    QTest::newRow("Azure, Korean prefix")
        << azure << u"운영"_s
        << u"https://acc.blob.core.windows.net/ledger-exports/%EC%9A%B4%EC%98%81"_s;
    QTest::newRow("Google Cloud") << bucketOf(u"GCP"_s) << prefix
                                  << u"gs://ledger-exports/exported_snapshots/o/p/c"_s;
    QTest::newRow("Azure")
        << azure << prefix
        << u"https://acc.blob.core.windows.net/ledger-exports/exported_snapshots/o/p/c"_s;
    QTest::newRow("Azure, slash") << azureBucket(u"https://acc.blob.core.windows.net/"_s)
                                  << QString()
                                  << u"https://acc.blob.core.windows.net/ledger-exports"_s;
    QTest::newRow("Azure, odd prefix")
        << azure << u"a b/ü?#%"_s
        << u"https://acc.blob.core.windows.net/ledger-exports/a%20b/%C3%BC%3F%23%25"_s;
    for (const char *form : {"/ledger-exports", "/ledger-exports/"}) {
        QTest::addRow("Azure, %s", form)
            << azureBucket(u"https://acc.blob.core.windows.net"_s + QString::fromLatin1(form))
            << prefix
            << u"https://acc.blob.core.windows.net/ledger-exports/exported_snapshots/o/p/c"_s;
    }
    for (const char *form : {"/others", "/ledger-exports/more", "//ledger-exports"}) {
        const QString url = u"https://acc.blob.core.windows.net"_s + QString::fromLatin1(form);
        QTest::addRow("Azure, as it stands: %s", form) << azureBucket(url) << prefix << url;
    }
    QTest::newRow("Azure, no URL") << bucketOf(u"AZURE"_s) << prefix << QString();
    for (const char *url : {"", "acc", "http://acc.blob.core.windows.net", "https://",
                            "javascript:1", "https://u@acc.blob.core.windows.net",
                            "https://acc.example?x", "https://acc.example#x", "https://a b/"}) {
        QTest::addRow("Azure, %s", url)
            << azureBucket(QString::fromLatin1(url)) << prefix << QString();
    }
    QTest::newRow("another provider") << bucketOf(u"OCI"_s) << prefix << QString();
    for (const char *name : {"", "a/b", "..", "a b", "a?b", "a\n", "é", "-a"}) {
        QTest::addRow("name %s", QByteArray(name).toPercentEncoding().constData())
            << bucketOf(u"AWS"_s, QString::fromUtf8(name)) << prefix << QString();
    }
}

void ShareTextsTest::writesDestinations()
{
    QFETCH(const ExportBucket, bucket);
    QFETCH(const QString, prefix);
    QTEST(buckets::destinationUrl(bucket, prefix), "url");
    const buckets::Destination told = buckets::destinationOf(bucket, prefix);
    const bool isAsItStands = bucket.text(atlas::BucketField::ServiceUrl) == told.url;
    QCOMPARE(told.doubt == buckets::Destination::Doubt::None, !told.url.isEmpty() && !isAsItStands);
}

void ShareTextsTest::linksToConsoles_data()
{
    QTest::addColumn<ExportBucket>("bucket");
    QTest::addColumn<QString>("link");
    QTest::newRow("AWS") << bucketOf(u"AWS"_s)
                         << u"https://s3.console.aws.amazon.com/s3/buckets/ledger-exports"_s;
    QTest::newRow("AWS, region")
        << awsBucket(u"eu-west-1"_s)
        << u"https://s3.console.aws.amazon.com/s3/buckets/ledger-exports?region=eu-west-1"_s;
    QTest::newRow("AWS, odd region")
        << awsBucket(u"a&b#c/@d e"_s)
        << u"https://s3.console.aws.amazon.com/s3/buckets/ledger-exports?region="
           "a%26b%23c%2F%40d%20e"_s;
    QTest::newRow("AWS, China")
        << awsBucket(u"cn-north-1"_s)
        << u"https://console.amazonaws.cn/s3/buckets/ledger-exports?region=cn-north-1"_s;
    QTest::newRow("AWS, US government")
        << awsBucket(u"us-gov-west-1"_s)
        << u"https://console.amazonaws-us-gov.com/s3/buckets/ledger-exports?region=us-gov-west-1"_s;
    QTest::newRow("Google Cloud") << bucketOf(
        u"GCP"_s) << u"https://console.cloud.google.com/storage/browser/ledger-exports"_s;

    const QString accounts =
        u"blade/HubsExtension/BrowseResource/resourceType/Microsoft.Storage%2FStorageAccounts"_s;
    QTest::newRow("Azure") << bucketOf(u"AZURE"_s)
                           << QString(u"https://portal.azure.com/#" + accounts);
    ExportBucket azure = azureBucket(u"https://acc.blob.core.usgovcloudapi.net"_s);
    azure.text(atlas::BucketField::TenantId) = u"0f-1/../#x"_s;
    QTest::newRow("Azure, US government, odd tenant")
        << azure << QString(u"https://portal.azure.us/#@0f-1%2F..%2F%23x/" + accounts);
    QTest::newRow("Azure, China") << azureBucket(u"https://acc.blob.core.chinacloudapi.cn"_s)
                                  << QString(u"https://portal.azure.cn/#" + accounts);
    QTest::newRow("Azure, odd URL") << azureBucket(u"https://evil.example"_s)
                                    << QString(u"https://portal.azure.com/#" + accounts);

    QTest::newRow("another provider") << bucketOf(u"OCI"_s) << QString();
    QTest::newRow("odd name") << bucketOf(u"AWS"_s, u"a/../b"_s) << QString();
    QTest::newRow("no name") << bucketOf(u"GCP"_s, QString()) << QString();
}

void ShareTextsTest::linksToConsoles()
{
    QFETCH(const ExportBucket, bucket);
    const auto link = buckets::consoleLink(bucket);
    QTEST(link.value_or(QUrl()).toString(QUrl::FullyEncoded), "link");
    QVERIFY(!link || buckets::mayOpen(*link));
}

void ShareTextsTest::opensProvidersOnly_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("mayOpen");
    const auto row = [](const char *link, bool mayOpen) {
        QTest::addRow("%s", link) << QString::fromUtf8(link) << mayOpen;
    };
    row("https://s3.console.aws.amazon.com/s3/buckets/a", true);
    row("https://console.aws.amazon.com/", true);
    row("https://eu-west-1.console.aws.amazon.com/s3", true);
    row("https://CONSOLE.CLOUD.GOOGLE.COM/storage", true);
    row("https://portal.azure.com:443/#x", true);
    row("https://acc.blob.core.windows.net/c", true);
    row("https://acc.blob.core.usgovcloudapi.net/c", true);
    row("https://acc.blob.core.chinacloudapi.cn/c", true);

    row("", false);
    row("portal.azure.com", false);
    row("//portal.azure.com/", false);
    row("http://portal.azure.com/", false);
    row("file:///etc/passwd", false);
    row("javascript:alert(1)", false);
    row("https:portal.azure.com", false);
    row("https://portal.azure.com:8443/", false);
    row("https://u@portal.azure.com/", false);
    row("https://u:p@portal.azure.com/", false);
    row("https://@portal.azure.com/", false);
    row("https://portal.azure.com@evil.example/", false);
    row("https://portal.azure.com.evil.example/", false);
    row("https://evilportal.azure.com/", false);
    row("https://evil-console.aws.amazon.com/", false);
    row("https://portal.azure.com./", false);
    row("https://evil.example/portal.azure.com", false);
    row("https://evil.example#portal.azure.com", false);
    row("https://evil.example\\@portal.azure.com/", false);
    row("https://pоrtal.azure.com/", false); // a Cyrillic о
    row("https://127.0.0.1/", false);
}

void ShareTextsTest::opensProvidersOnly()
{
    QFETCH(const QString, link);
    QTEST(buckets::mayOpen(QUrl(link)), "mayOpen");
}

QTEST_GUILESS_MAIN(ShareTextsTest)
#include "tst_sharetexts.moc"
