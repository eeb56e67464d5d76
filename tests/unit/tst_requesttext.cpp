// SPDX-License-Identifier: Apache-2.0
#include "share/goquote.h"
#include "share/requesttext.h"
#include "share/shellquote.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using share::BucketsCall;
using share::RequestFormat;
using share::requestText;

namespace {

BucketsCall usualCall()
{
    return {QUrl(u"https://cloud.mongodb.com"_s),
            *atlas::ProjectId::fromHex(u"5f0000000000000000000002"),
            {},
            {}};
}

BucketsCall unusualCall()
{
    BucketsCall call = usualCall();
    call.baseUrl = QUrl(u"https://atlas.example:8443"_s);
    call.subject =
        atlas::PageRequest{*atlas::PageNumber::from(26), *atlas::ItemsPerPage::from(500), false};
    call.options = {*atlas::ApiVersion::fromString(u"2024-05-30"), true, true};
    call.caFile = u"/etc/ca.pem"_s;
    return call;
}

/// Has a real shell run the text with stand-ins for the programs in it, and returns the words that
/// each was called with. The variables come before.
QList<QStringList> callsIn(const QString &text, const QString &managerUrl = {})
{
    const QString standIns = uR"sh(
show() { printf '%s\0' "${SSL_CERT_FILE-}" "${MONGODB_ATLAS_OPS_MANAGER_URL-}" "$@"; printf '\n\0'; }
curl() { show curl "$@"; }
atlas() { show atlas "$@"; }
)sh"_s;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"SSL_CERT_FILE"_s);
    environment.remove(u"MONGODB_ATLAS_OPS_MANAGER_URL"_s);
    if (!managerUrl.isEmpty())
        environment.insert(u"MONGODB_ATLAS_OPS_MANAGER_URL"_s, managerUrl);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"sh"_s, {u"-c"_s, standIns + text});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {{u"the shell failed: "_s + QString::fromUtf8(shell.readAllStandardError())}};
    QList<QStringList> calls(1);
    const QStringList words =
        QString::fromUtf8(shell.readAllStandardOutput()).chopped(1).split(QChar::Null);
    for (const QString &word : words) {
        if (word == u"\n")
            calls.append(QStringList());
        else
            calls.last().append(word);
    }
    calls.removeLast();
    return calls;
}

/// What a Go literal stands for. Without `\U`, it is JSON as well.
QString goUnquoted(const QString &literal)
{
    return QJsonDocument::fromJson(QString(u'[' + literal + u']').toUtf8())
        .array()
        .at(0)
        .toString();
}

void addHostileTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("plain") << u"/etc/ssl/ca.pem"_s;
    QTest::newRow("spaces") << u" a  b "_s;
    QTest::newRow("single quotes") << u"it's 'a' ''"_s;
    QTest::newRow("a quote alone") << u"'"_s;
    QTest::newRow("double quotes") << u"\"a\" \"\""_s;
    QTest::newRow("command") << u"$(exit 3)"_s;
    QTest::newRow("backticks") << u"`exit 3`"_s;
    QTest::newRow("variable") << u"$HOME ${PATH} $1"_s;
    QTest::newRow("backslashes") << u"\\ \\\\ \\n \\"_s;
    QTest::newRow("line breaks") << u"a\nexit 3\r\nb\n"_s;
    QTest::newRow("end of command") << u"a; exit 3 & exit 3 | exit 3 # x"_s;
    QTest::newRow("redirection") << u"a >/dev/full </nowhere"_s;
    QTest::newRow("patterns") << u"* ? [a-z] {a,b} ~ ~root"_s;
    QTest::newRow("history") << u"!! !x"_s;
    QTest::newRow("option") << u"--upload-file"_s;
    QTest::newRow("Go's quotes") << u"`\"'%d %s"_s;
    QTest::newRow("arg's places") << u"%1 %2 %L3"_s;
    QTest::newRow("other scripts") << u"결제/π/𝄞"_s;
    QTest::newRow("hidden characters") << u"a\u202eb\u200bc\u0007d\u2028e\ufefff"_s;
    QTest::newRow("end of comment") << u"*/ // a"_s;
}

} // namespace

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
    void quotesForAShell_data();
    void quotesForAShell();
    void quotesWholeCommands_data();
    void quotesWholeCommands();
    void leavesOutNul();
    void quotesForGo_data();
    void quotesForGo();
    void satisfiesGofmt_data();
    void satisfiesGofmt();
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

void RequestTextTest::quotesForAShell_data()
{
    addHostileTexts();
}

void RequestTextTest::quotesForAShell()
{
    QFETCH(const QString, text);
    const auto calls = callsIn(u"curl "_s + share::shellQuoted(text) + u" end"_s);
    QCOMPARE(calls.size(), 1);
    QCOMPARE(calls[0].sliced(2), QStringList({u"curl"_s, text, u"end"_s}));
}

void RequestTextTest::quotesWholeCommands_data()
{
    addHostileTexts();
}

void RequestTextTest::quotesWholeCommands()
{
    QFETCH(const QString, text);
    BucketsCall call = unusualCall();
    call.caFile = text;
    const auto curl = callsIn(requestText(RequestFormat::CurlServiceAccount, call));
    QCOMPARE(curl.size(), 1);
    QCOMPARE(curl[0].contains(u"--cacert"_s), !text.isEmpty());
    if (!text.isEmpty())
        QCOMPARE(curl[0].value(curl[0].indexOf(u"--cacert"_s) + 1), text);
    QVERIFY(curl[0].last().startsWith(u"https://atlas.example:8443/api/"));

    const auto cli = callsIn(requestText(RequestFormat::AtlasCli, call));
    QCOMPARE(cli.size(), 2);
    for (const QStringList &words : cli) {
        QCOMPARE(words.value(0), text);
        QCOMPARE(words.value(2), u"atlas"_s);
    }
}

void RequestTextTest::leavesOutNul()
{
    const QString text = u"a"_s + QChar(QChar::Null) + u"b"_s;
    QCOMPARE(share::shellQuoted(text), u"ab"_s);
    QCOMPARE(share::shellQuoted(QString(QChar(QChar::Null))), u"''"_s);
    QCOMPARE(share::goQuoted(text), u"\"a\\u0000b\""_s);
}

void RequestTextTest::quotesForGo_data()
{
    addHostileTexts();
}

void RequestTextTest::quotesForGo()
{
    QFETCH(const QString, text);
    static const QRegularExpression unseen(u"[\\p{C}\\p{Zl}\\p{Zp}]"_s);
    const QString literal = share::goQuoted(text);
    QCOMPARE(goUnquoted(literal), text);
    QVERIFY2(!unseen.match(literal).hasMatch(), qPrintable(literal));

    BucketsCall call = usualCall();
    const qsizetype linesBefore = requestText(RequestFormat::GoSdk, call).count(u'\n');
    call.caFile = text;
    const QString program = requestText(RequestFormat::GoSdk, call);
    QCOMPARE(program.count(u'\n'), linesBefore + (text.isEmpty() ? 0 : 1));
    QVERIFY(text.isEmpty() || program.contains(literal));
}

void RequestTextTest::satisfiesGofmt_data()
{
    if (QStandardPaths::findExecutable(u"gofmt"_s).isEmpty())
        QSKIP("There is no gofmt");
    addHostileTexts();
}

void RequestTextTest::satisfiesGofmt()
{
    QFETCH(const QString, text);
    BucketsCall page = unusualCall();
    page.caFile = text;
    BucketsCall single = page;
    single.subject = *atlas::BucketId::fromHex(u"65f1a2b3c4d5e6f708190a1b");
    for (const BucketsCall &call : {page, single}) {
        const QByteArray program = requestText(RequestFormat::GoSdk, call).toUtf8();
        QProcess process;
        process.start(u"gofmt"_s, {u"-e"_s});
        process.write(program);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput(), program);
    }
}

QTEST_GUILESS_MAIN(RequestTextTest)
#include "tst_requesttext.moc"
