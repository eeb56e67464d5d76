// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/atlascliimport.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

/// The Atlas CLI's file is read as the Atlas CLI reads it, or not at all: a row for each rule.
class TestAtlasCliRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsProfiles_data();
    void findsProfiles();
    void takesCredentials_data();
    void takesCredentials();
    void findsHosts_data();
    void findsHosts();
    void sendsNothingOnAGuess_data();
    void sendsNothingOnAGuess();
    void saysWhereValuesComeFrom();

private:
    static QList<ImportCandidate> parse(const QByteArray &toml)
    {
        return parseAtlasCliConfig(toml).value_or(QList<ImportCandidate>());
    }
};

void TestAtlasCliRules::findsProfiles_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QStringList>("importable");
    QTest::addColumn<QStringList>("refused");
    const auto row = [](const char *rule, const QByteArray &toml, const QStringList &importable,
                        const QStringList &refused = {}) {
        QTest::newRow(rule) << toml << importable << refused;
    };
    const QByteArray key = "public_api_key = 'k'\nprivate_api_key = 's'\n";
    row("each table with properties", "[a]\n" + key + "[b]\n" + key, {u"a"_s, u"b"_s});
    row("no table: the default profile", key, {u"default"_s});
    row("no table, and no credential", "version = 2\nproject_id = 'x'\n", {});
    row("no profile among the tables", key + "[plugins]\nname = 'x'\n", {u"default"_s});
    row("tables that are no profile", "[plugins]\nname = 'x'\n[a]\n" + key, {u"a"_s});
    row("a name in quotes, with a dot", "[\"team.prod\"]\n" + key, {u"team.prod"_s});
    row("a table in a table", "[shop.stage]\n" + key, {u"shop.stage"_s});
    row("both, if both have properties", "[shop]\n" + key + "[shop.stage]\n" + key,
        {u"shop"_s, u"shop.stage"_s});
    row("dotted keys", "shop.stage.public_api_key = 'k'\nshop.stage.private_api_key = 's'\n",
        {u"shop.stage"_s});
    row("names that differ in case", "[Dev]\n" + key + "[dev]\n" + key + "[other]\n" + key,
        {u"other"_s}, {u"dev"_s});
    row("one name in two spellings", "[\"a.b\"]\n" + key + "[a.b]\n" + key, {}, {u"a.b"_s});
    row("a property's name", "[service]\n" + key + "[a]\n" + key, {u"a"_s, u"service"_s});
    row("an empty profile", "[default]\n[a]\n" + key, {u"a"_s}, {u"default"_s});
}

void TestAtlasCliRules::findsProfiles()
{
    QFETCH(const QByteArray, toml);
    QStringList importable;
    QStringList refused;
    const auto candidates = parse(toml);
    for (const ImportCandidate &candidate : candidates)
        (candidate.problem ? refused : importable).append(candidate.sourceName);
    QTEST(importable, "importable");
    QTEST(refused, "refused");
}

void TestAtlasCliRules::takesCredentials_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char *rule, const QByteArray &toml, Authentication authentication,
                        const QString &identity, const QByteArray &secret) {
        QTest::newRow(rule) << toml << authentication << identity << secret;
    };
    const QByteArray key = "public_api_key = 'k'\nprivate_api_key = 's'\n";
    const QByteArray account = "client_id = 'i'\nclient_secret = 't'\n";
    row("keys in any case", "[a]\nPublic_Api_Key = 'k'\nPRIVATE_API_KEY = 's'\n",
        Authentication::ApiKey, u"k"_s, "s");
    row("the top level first", "public_api_key = 'top'\nprivate_api_key = 'secret'\n[a]\n" + key,
        Authentication::ApiKey, u"top"_s, "secret");
    row("each property for itself", "private_api_key = 'secret'\n[a]\n" + key,
        Authentication::ApiKey, u"k"_s, "secret");
    row("the top level for a profile without", key + "[a]\noutput = 'json'\n",
        Authentication::ApiKey, u"k"_s, "s");
    row("a service account before an API key", "[a]\n" + key + account,
        Authentication::ServiceAccount, u"i"_s, "t");
    row("a type named, both whole", "[a]\nauth_type = 'service_account'\n" + key + account,
        Authentication::ApiKey, u"k"_s, "s");
    row("the other type named, both whole", "[a]\nauth_type = 'api_keys'\n" + key + account,
        Authentication::ServiceAccount, u"i"_s, "t");
    row("a type named, the other whole", "[a]\nauth_type = 'service_account'\n" + key,
        Authentication::ApiKey, u"k"_s, "s");
    row("half of the one, the other whole", "[a]\nclient_id = 'i'\n" + key, Authentication::ApiKey,
        u"k"_s, "s");
    row("a type, and nothing else", "version = 2\n[a]\nauth_type = 'api_keys'\n",
        Authentication::ApiKey, {}, {});
    row("the type at the top level", "auth_type = 'service_account'\n[a]\nauth_type = 'api_keys'\n",
        Authentication::ServiceAccount, {}, {});
}

void TestAtlasCliRules::takesCredentials()
{
    QFETCH(const QByteArray, toml);
    const auto candidates = parse(toml);
    QCOMPARE(candidates.size(), 1);
    const ImportCandidate &candidate = candidates.constFirst();
    QVERIFY2(!candidate.problem, qPrintable(candidate.problem.value_or(QString())));
    QTEST(candidate.draft.authentication, "authentication");
    QTEST(candidate.draft.identity, "identity");
    QTEST(candidate.secret.bytes().toByteArray(), "secret");
}

void TestAtlasCliRules::findsHosts_data()
{
    QTest::addColumn<QByteArray>("top");
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<QString>("host");
    const QString atlas = u"https://cloud.mongodb.com"_s;
    const QString government = u"https://cloud.mongodbgov.com"_s;
    const auto row = [](const char *rule, const QByteArray &top, const QByteArray &profile,
                        const QString &host) {
        QTest::newRow(rule) << top << profile << host;
    };
    row("nothing", "", "", atlas);
    row("service", "", "service = 'cloudgov'\n", government);
    row("service in capitals", "", "SERVICE = 'cloudgov'\n", government);
    row("service at the top level", "service = 'cloudgov'\n", "", government);
    row("service in both", "service = 'cloudgov'\n", "service = 'cloudgov'\n", government);
    row("URL", "", "ops_manager_url = 'https://a.example/'\n", u"https://a.example"_s);
    row("URL at the top level", "Ops_Manager_Url = 'https://a.example/'\n", "service = 'cloud'\n",
        u"https://a.example"_s);
    row("URL in both", "ops_manager_url = 'https://a.example/'\n",
        "ops_manager_url = 'https://a.example'\n", u"https://a.example"_s);
    row("base_url says the same", "", "base_url = 'https://cloud.mongodb.com/'\n", atlas);
    row("base_url says what the service says", "base_url = 'https://cloud.mongodbgov.com/'\n",
        "service = 'cloudgov'\n", government);
    row("base_url says what the URL says", "",
        "base_url = 'https://a.example/'\nops_manager_url = 'https://a.example'\n",
        u"https://a.example"_s);
}

void TestAtlasCliRules::findsHosts()
{
    QFETCH(const QByteArray, top);
    QFETCH(const QByteArray, profile);
    const auto candidates = parse(top + "[a]\nclient_id = 'i'\nclient_secret = 'hush'\n" + profile);
    QCOMPARE(candidates.size(), 1);
    QVERIFY2(!candidates[0].problem, qPrintable(candidates[0].problem.value_or(QString())));
    QTEST(candidates[0].draft.baseUrl, "host");
}

void TestAtlasCliRules::sendsNothingOnAGuess_data()
{
    QTest::addColumn<QByteArray>("top");
    QTest::addColumn<QByteArray>("profile");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *rule, const QByteArray &top, const QByteArray &profile,
                        const QString &says) {
        QTest::newRow(rule) << top << profile << says;
    };
    row("two services", "service = 'cloudgov'\n", "service = 'cloud'\n", u"two addresses"_s);
    row("two URLs", "ops_manager_url = 'https://a.example'\n",
        "ops_manager_url = 'https://b.example'\n",
        u"“https://a.example” and “https://b.example”"_s);
    row("two spellings of one key", "", "service = 'cloud'\nService = 'cloudgov'\n",
        u"two addresses"_s);
    row("a service and the other's URL", "",
        "service = 'cloud'\nops_manager_url = 'https://cloud.mongodbgov.com/'\n",
        u"two addresses"_s);
    row("base_url against the URL", "",
        "base_url = 'https://a.example'\nops_manager_url = 'https://b.example'\n",
        u"two addresses"_s);
    row("base_url alone", "", "base_url = 'https://cloud.mongodbgov.com/'\n",
        u"base_url to “https://cloud.mongodbgov.com/”"_s);
    row("base_url at the top level", "BASE_URL = 'https://cloud.mongodbgov.com/'\n", "",
        u"base_url to “https://cloud.mongodbgov.com/”"_s);
    row("base_url against the service", "",
        "service = 'cloudgov'\nbase_url = 'https://cloud.mongodb.com/'\n", u"base_url"_s);
    row("base_url that is none", "", "base_url = 'https://me:hush@a.example'\n", u"base_url"_s);
    row("unknown service at the top level", "service = 'atlas'\n", "", u"Unknown service"_s);
    row("a value of many lines", "", "service = \"x\\ny" + QByteArray(500, 'z') + "\"\n",
        u"Unknown service: “x y"_s);
    row("a service that is no text", "", "service = true\n", u"service in the file is not text"_s);
    row("one at the top level", "service = ['cloudgov']\n", "service = 'cloud'\n",
        u"service in the file is not text"_s);
    row("a URL that is no text", "", "ops_manager_url = 7\n", u"ops_manager_url in the file"_s);
    row("another at the top level", "Base_Url = []\n", "", u"base_url in the file is not text"_s);
    row("a password in the URL", "", "ops_manager_url = 'https://me:hush@a.example'\n",
        u"cannot be used"_s);
}

void TestAtlasCliRules::sendsNothingOnAGuess()
{
    QFETCH(const QByteArray, top);
    QFETCH(const QByteArray, profile);
    QFETCH(const QString, says);
    const auto candidates = parse(top + "[a]\nclient_id = 'i'\nclient_secret = 'hush'\n" + profile);
    QCOMPARE(candidates.size(), 1);
    QCOMPARE(candidates[0].sourceName, u"a"_s);
    QVERIFY(candidates[0].problem);
    QVERIFY2(candidates[0].problem->contains(says), qPrintable(*candidates[0].problem));
    QVERIFY(!candidates[0].problem->contains("hush"_L1));
    QVERIFY(!candidates[0].problem->contains(u'\n'));
    QVERIFY(candidates[0].problem->size() < 300);
    QVERIFY(candidates[0].secret.isEmpty());
    QVERIFY(candidates[0].draft.identity.isEmpty());
}

void TestAtlasCliRules::saysWhereValuesComeFrom()
{
    const QByteArray key = "public_api_key = 'k'\nprivate_api_key = 's'\n";
    QVERIFY(parse(key).constFirst().notes.isEmpty());
    QVERIFY(parse("[a]\n" + key).constFirst().notes.isEmpty());
    QVERIFY(parse(key + "[a]\n").constFirst().notes.value(0).contains("top level"_L1));
    const QByteArray project = "project_id = '0123456789abcdef01234567'\n";
    QVERIFY(parse("[a]\n" + key + project).constFirst().notes.isEmpty());
    const auto two =
        parse(project + "[a]\n" + key + "project_id = '76543210fedcba9876543210'\n").constFirst();
    QCOMPARE(two.draft.defaultProject, u"0123456789abcdef01234567"_s);
    QVERIFY(two.notes.value(0).contains("default project is at the top level"_L1));
    const auto odd = parse("project_id = 7\n[a]\nclient_id = ['i']\n" + key).constFirst();
    QVERIFY(!odd.problem);
    QCOMPARE(
        odd.notes,
        QStringList{u"Not imported, because their values are not text: client_id, project_id."_s});
    QVERIFY(parse("[a.b]\n" + key).constFirst().notes.value(0).contains("dots in"_L1));
}

QTEST_GUILESS_MAIN(TestAtlasCliRules)
#include "tst_atlasclirules.moc"
