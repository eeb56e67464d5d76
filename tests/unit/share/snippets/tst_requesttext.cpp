// SPDX-License-Identifier: Apache-2.0
#include "requestcalls.h"
#include "share/snippets/requesttext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using requestcalls::callsIn;
using requestcalls::unusualCall;
using requestcalls::usualCall;
using share::BucketsCall;
using share::RequestFormat;
using share::requestText;

/// Calls as texts for a shell or for Go.
class RequestTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCurl();
    void writesCurlForTokens();
    void reflectsEveryOption();
    void writesTheAtlasCli();
    void sendsNoOtherProfilesKey_data();
    void sendsNoOtherProfilesKey();
    void leavesTheShellsVariablesOut();
    void passesNoNameThatTheAtlasCliRefuses();
    void writesGo();
    void saysWhatGoDoesOtherwise();
    void namesNothingSecret_data();
    void namesNothingSecret();
};

void RequestTextTest::writesCurl()
{
    QCOMPARE(requestText(RequestFormat::CurlApiKey, usualCall()),
             uR"(printf 'user=%s:%s\n' "${PUBLIC_KEY}" "${PRIVATE_KEY}" | \
  curl --config - --digest \
  --header 'Accept: application/vnd.atlas.2025-02-19+json' \
  --get \
  --data envelope=false \
  --data includeCount=true \
  --data itemsPerPage=100 \
  --data pageNum=1 \
  --data pretty=false \
  https://cloud.mongodb.com/api/atlas/v2/groups/5f0000000000000000000002/backup/exportBuckets
)"_s);
}

void RequestTextTest::writesCurlForTokens()
{
    const QString key = requestText(RequestFormat::CurlApiKey, unusualCall());
    const QString token = requestText(RequestFormat::CurlServiceAccount, unusualCall());
    QVERIFY(token.startsWith(uR"(printf 'Authorization: Bearer %s\n' "${ACCESS_TOKEN}" | \
  curl --header @- \
)"));
    QCOMPARE(token.section(u'\n', 2), key.section(u'\n', 2));
}

void RequestTextTest::reflectsEveryOption()
{
    const auto calls = callsIn(requestText(RequestFormat::CurlApiKey, unusualCall()));
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls[0].sliced(2),
             QStringList({u"curl"_s,
                          u"--config"_s,
                          u"-"_s,
                          u"--digest"_s,
                          u"--header"_s,
                          u"Accept: application/vnd.atlas.2024-05-30+json"_s,
                          u"--cacert"_s,
                          u"/etc/ca.pem"_s,
                          u"--get"_s,
                          u"--data"_s,
                          u"envelope=true"_s,
                          u"--data"_s,
                          u"includeCount=false"_s,
                          u"--data"_s,
                          u"itemsPerPage=500"_s,
                          u"--data"_s,
                          u"pageNum=26"_s,
                          u"--data"_s,
                          u"pretty=true"_s,
                          u"https://atlas.example:8443/api/atlas/v2/groups/"
                          "5f0000000000000000000002/backup/exportBuckets"_s}));
}

void RequestTextTest::writesTheAtlasCli()
{
    BucketsCall usualOne = usualCall();
    usualOne.atlasCliProfile = u"prod"_s;
    const auto usual = callsIn(requestText(RequestFormat::AtlasCli, usualOne));
    QCOMPARE(usual.size(), 2);
    QCOMPARE(usual[0].join(u' '),
             u"  atlas api cloudBackups listExportBuckets --profile prod "
             "--groupId 5f0000000000000000000002 "
             "--version 2025-02-19 --envelope=false --includeCount=true --itemsPerPage 100 "
             "--pageNum 1 --pretty=false"_s);
    QCOMPARE(usual[1].join(u' '),
             u"  atlas backups exports buckets list --profile prod "
             "--projectId 5f0000000000000000000002 --page 1 --limit 100 --output json"_s);

    BucketsCall unusualOne = unusualCall();
    unusualOne.atlasCliProfile = u"prod"_s;
    const auto unusual = callsIn(requestText(RequestFormat::AtlasCli, unusualOne));
    QCOMPARE(unusual.size(), 2);
    const QString variables = u"/etc/ca.pem  "_s;
    QCOMPARE(unusual[0].join(u' '),
             QString(variables
                     + u"atlas api cloudBackups listExportBuckets --profile prod --groupId "
                       "5f0000000000000000000002 --version 2024-05-30 --envelope=true "
                       "--includeCount=false --itemsPerPage 500 --pageNum 26 --pretty=true"));
    QCOMPARE(unusual[1].join(u' '),
             QString(variables
                     + u"atlas backups exports buckets list --profile prod "
                       "--projectId 5f0000000000000000000002 "
                       "--page 26 --limit 500 --omitCount --output json"));
}

void RequestTextTest::sendsNoOtherProfilesKey_data()
{
    QTest::addColumn<QString>("baseUrl");
    for (const char *url : {"https://cloud.mongodb.com", "https://cloud.mongodbgov.com",
                            "https://atlas.example:8443", "http://127.0.0.1:8080"})
        QTest::addRow("%s", url) << QString::fromLatin1(url);
}

/// A variable that names the host would send it the key of whichever profile the CLI takes.
void RequestTextTest::sendsNoOtherProfilesKey()
{
    QFETCH(const QString, baseUrl);
    BucketsCall call = usualCall();
    call.baseUrl = QUrl(baseUrl);
    const QString unknown = requestText(RequestFormat::AtlasCli, call);
    QVERIFY(unknown.startsWith(u"# Replace NAME.OF.YOUR.PROFILE "));
    QVERIFY(unknown.section(u'\n', 0, 0).contains(baseUrl + u'.'));
    call.atlasCliProfile = u"it's \"mine\" $(exit 3)"_s;
    const QString known = requestText(RequestFormat::AtlasCli, call);
    QVERIFY(known.section(u'\n', 0, 0).contains(baseUrl + u'.'));
    for (const QString &text : {unknown, known}) {
        const auto calls = callsIn(text);
        QCOMPARE(calls.size(), 2);
        for (const QStringList &words : calls) {
            QCOMPARE(words.value(1), QString());
            QCOMPARE(words.value(words.indexOf(u"--profile"_s) + 1),
                     text == known ? call.atlasCliProfile : u"NAME.OF.YOUR.PROFILE"_s);
        }
        QVERIFY(!text.contains(u"MONGODB_ATLAS_SERVICE"));
        QVERIFY(!text.contains(u"MONGODB_ATLAS_OPS_MANAGER_URL"));
    }
}

/// They would beat the profile, and send its key to their host.
void RequestTextTest::leavesTheShellsVariablesOut()
{
    const QString other = u"https://other.example\nMONGODB_ATLAS_SERVICE=cloud"_s;
    const auto calls = callsIn(requestText(RequestFormat::AtlasCli, usualCall()), other);
    QCOMPARE(calls.size(), 2);
    for (const QStringList &words : calls)
        QCOMPARE(words.value(1), QString());
}

/// It refuses such a name, and a profile of the file cannot be asked for by it.
void RequestTextTest::passesNoNameThatTheAtlasCliRefuses()
{
    BucketsCall call = usualCall();
    call.atlasCliProfile = u"a.b"_s;
    QVERIFY(!requestText(RequestFormat::AtlasCli, call).contains(u"a.b"));
}

void RequestTextTest::writesGo()
{
    const QString text = requestText(RequestFormat::GoSdk, unusualCall());
    QVERIFY(text.startsWith(u"package main\n\nimport (\n\t\"context\"\n"));
    QVERIFY(text.contains(u"\t\"go.mongodb.org/atlas-sdk/v20250219001/admin\"\n"));
    QVERIFY(text.contains(
        u"admin.NewClient(admin.UseBaseURL(\"https://atlas.example:8443\"), signIn(ctx))\n"));
    QVERIFY(text.contains(
        u".ListExportBuckets(ctx, \"5f0000000000000000000002\").\n\t\tItemsPerPage(500).\n"
        "\t\tPageNum(26).\n\t\tIncludeCount(false).\n\t\tExecute()\n"));
    // Those that a shell may have for another host.
    QVERIFY(!text.contains(u"MONGODB_ATLAS_"));
    QVERIFY(text.contains(u"\n// The credential must be for https://atlas.example:8443.\n"));
    QVERIFY(text.contains(u"os.Getenv(\"CLIENT_ID\")"));
    QVERIFY(!text.contains(u"GetTotalCount"));
    QVERIFY(requestText(RequestFormat::GoSdk, usualCall()).contains(u"GetTotalCount"));
}

void RequestTextTest::saysWhatGoDoesOtherwise()
{
    QCOMPARE(requestText(RequestFormat::GoSdk, usualCall()).count(u"// "), 1);
    const QString text = requestText(RequestFormat::GoSdk, unusualCall());
    QVERIFY(text.contains(u"version 2025-02-19. For 2024-05-30,"));
    QVERIFY(text.contains(u"envelope"));
    QVERIFY(text.contains(u"SSL_CERT_FILE to \"/etc/ca.pem\"\n"));
}

void RequestTextTest::namesNothingSecret_data()
{
    QTest::addColumn<RequestFormat>("format");
    QTest::newRow("curl, API key") << RequestFormat::CurlApiKey;
    QTest::newRow("curl, service account") << RequestFormat::CurlServiceAccount;
    QTest::newRow("Atlas CLI") << RequestFormat::AtlasCli;
    QTest::newRow("Go") << RequestFormat::GoSdk;
}

void RequestTextTest::namesNothingSecret()
{
    QFETCH(const RequestFormat, format);
    BucketsCall call = usualCall();
    call.baseUrl = QUrl(u"https://somebody:hush@atlas.example/path?token=hush#hush"_s);
    const QString text = requestText(format, call);
    QVERIFY(text.contains(u"https://atlas.example"));
    QVERIFY2(!text.contains(u"hush"), qPrintable(text));
    QVERIFY2(!text.contains(u"somebody"), qPrintable(text));
}

QTEST_GUILESS_MAIN(RequestTextTest)
#include "tst_requesttext.moc"
