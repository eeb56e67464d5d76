// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/environmentprofile.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::Authentication;
using Variables = QMap<QString, QString>;

class TestAccountsEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAProfile_data();
    void makesAProfile();
    void findsTheHost_data();
    void findsTheHost();
    void saysWhatIsNotUsed_data();
    void saysWhatIsNotUsed();
    void makesNothing_data();
    void makesNothing();
    void refusesInOneLine_data();
    void refusesInOneLine();
    void hasTheSameIdInEveryRun();

private:
    /// Names without a prefix of their own get the Atlas CLI's.
    static QProcessEnvironment environment(const Variables &variables)
    {
        QProcessEnvironment environment;
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(
                it.key().startsWith("MCLI"_L1) ? it.key() : QString("MONGODB_ATLAS_"_L1 + it.key()),
                it.value());
        return environment;
    }
};

void TestAccountsEnvironment::makesAProfile_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("project");

    const QString atlas = u"https://cloud.mongodb.com"_s;
    const Variables account{{u"CLIENT_ID"_s, u"mdb_sa_id_1"_s}, {u"CLIENT_SECRET"_s, u"s"_s}};
    const Variables key{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_API_KEY"_s, u"p"_s}};
    const auto with = [](Variables variables, const Variables &more) {
        variables.insert(more);
        return variables;
    };
    QTest::newRow("service account") << account << Authentication::ServiceAccount
                                     << u"mdb_sa_id_1"_s << QByteArray("s") << atlas << QString();
    QTest::newRow("API key") << key << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p")
                             << atlas << QString();
    QTest::newRow("both") << with(account, key) << Authentication::ServiceAccount
                          << u"mdb_sa_id_1"_s << QByteArray("s") << atlas << QString();
    QTest::newRow("both, and a type")
        << with(with(account, key), {{u"AUTH_TYPE"_s, u"service_account"_s}})
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("a type, and the other credential")
        << with(key, {{u"AUTH_TYPE"_s, u"service_account"_s}}) << Authentication::ApiKey
        << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("a person's tokens beside")
        << with(key, {{u"AUTH_TYPE"_s, u"user_account"_s}, {u"ACCESS_TOKEN"_s, u"t"_s}})
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("Terraform's names")
        << Variables{{u"PUBLIC_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_KEY"_s, u"p"_s}}
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("one name of each kind")
        << Variables{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_KEY"_s, u"p"_s}}
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("both names, one value")
        << with(key, {{u"PUBLIC_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_KEY"_s, u"p\n"_s}})
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("older prefix") << with(account,
                                          {{u"MCLI_PUBLIC_API_KEY"_s, u"older"_s},
                                           {u"MCLI_PRIVATE_API_KEY"_s, u"q"_s},
                                           {u"MCLI_SERVICE"_s, u"cloudgov"_s},
                                           {u"OPS_MANAGER_URL"_s, u"https://atlas.example"_s}})
                                  << Authentication::ApiKey << u"older"_s << QByteArray("q")
                                  << u"https://cloud.mongodbgov.com"_s << QString();
    QTest::newRow("empty service account")
        << with(key, {{u"CLIENT_ID"_s, QString()}, {u"CLIENT_SECRET"_s, u" "_s}})
        << Authentication::ApiKey << u"abcdefgh"_s << QByteArray("p") << atlas << QString();
    QTest::newRow("white space") << Variables{{u"CLIENT_ID"_s, u" id "_s},
                                              {u"CLIENT_SECRET"_s, u"secret\n"_s}}
                                 << Authentication::ServiceAccount << u"id"_s
                                 << QByteArray("secret") << atlas << QString();
    QTest::newRow("base URL") << with(account,
                                      {{u"BASE_URL"_s, u"https://cloud.mongodbgov.com/"_s}})
                              << Authentication::ServiceAccount << u"mdb_sa_id_1"_s
                              << QByteArray("s") << u"https://cloud.mongodbgov.com"_s << QString();
    QTest::newRow("empty base URL and project")
        << with(account, {{u"BASE_URL"_s, QString()}, {u"PROJECT_ID"_s, QString()}})
        << Authentication::ServiceAccount << u"mdb_sa_id_1"_s << QByteArray("s") << atlas
        << QString();
    QTest::newRow("project") << with(account, {{u"PROJECT_ID"_s, u"0123456789abcdef01234567"_s}})
                             << Authentication::ServiceAccount << u"mdb_sa_id_1"_s
                             << QByteArray("s") << atlas << u"0123456789abcdef01234567"_s;
}

void TestAccountsEnvironment::makesAProfile()
{
    QFETCH(const Variables, variables);
    QFETCH(const QString, project);
    const auto reading = accounts::readEnvironment(environment(variables));
    QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error()));
    QVERIFY(reading->account.has_value());
    const auto &[profile, credential] = *reading->account;
    QTEST(profile.authentication, "authentication");
    QTEST(credential.authentication, "authentication");
    QTEST(profile.identity, "identity");
    QTEST(credential.identity, "identity");
    QTEST(credential.secret.bytes().toByteArray(), "secret");
    QTEST(profile.baseUrl.toString(), "baseUrl");
    QCOMPARE(profile.defaultProject, atlas::ProjectId::fromHex(project));
    QCOMPARE(profile.name, u"Environment"_s);
    QVERIFY(profile.fromEnvironment);
    QVERIFY(!profile.id.isNull());
}

void TestAccountsEnvironment::findsTheHost_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("host");
    const QString atlas = u"https://cloud.mongodb.com"_s;
    const QString government = u"https://cloud.mongodbgov.com"_s;
    const auto row = [](const char *name, const Variables &variables, const QString &host) {
        QTest::newRow(name) << variables << host;
    };
    row("nothing", {}, atlas);
    row("service", {{u"SERVICE"_s, u"cloud"_s}}, atlas);
    row("Government", {{u"SERVICE"_s, u"cloudgov"_s}}, government);
    row("the CLI's name", {{u"OPS_MANAGER_URL"_s, u"https://cloud.mongodbgov.com/"_s}}, government);
    row("Terraform's name", {{u"BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}}, government);
    row("both names, one address",
        {{u"OPS_MANAGER_URL"_s, u"https://a.example/"_s},
         {u"BASE_URL"_s, u"https://A.example:443"_s}},
        u"https://a.example"_s);
    row("a URL of one's own beside a service",
        {{u"OPS_MANAGER_URL"_s, u"https://a.example"_s}, {u"SERVICE"_s, u"cloudgov"_s}},
        u"https://a.example"_s);
    row("a URL and its service",
        {{u"BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}, {u"SERVICE"_s, u"cloudgov"_s}},
        government);
    row("this computer", {{u"OPS_MANAGER_URL"_s, u"http://127.0.0.1:8080/"_s}},
        u"http://127.0.0.1:8080"_s);
    row("empty", {{u"OPS_MANAGER_URL"_s, QString()}, {u"SERVICE"_s, u" "_s}}, atlas);
}

void TestAccountsEnvironment::findsTheHost()
{
    QFETCH(const Variables, variables);
    Variables newer{{u"CLIENT_ID"_s, u"id"_s}, {u"CLIENT_SECRET"_s, u"s"_s}};
    Variables older{{u"MCLI_CLIENT_ID"_s, u"id"_s}, {u"MCLI_CLIENT_SECRET"_s, u"s"_s}};
    newer.insert(variables);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        older.insert("MCLI_"_L1 + it.key(), it.value());
    for (const Variables &all : {newer, older}) {
        const auto reading = accounts::readEnvironment(environment(all));
        QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error()));
        QTEST(reading->account->profile.baseUrl.toString(), "host");
    }
}

void TestAccountsEnvironment::saysWhatIsNotUsed_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QStringList>("says");
    const Variables account{{u"CLIENT_ID"_s, u"id"_s}, {u"CLIENT_SECRET"_s, u"hush"_s}};
    const Variables key{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_API_KEY"_s, u"hush"_s}};
    const auto row = [](const char *name, Variables variables, const Variables &more,
                        const QStringList &says) {
        variables.insert(more);
        QTest::newRow(name) << variables << says;
    };
    row("nothing", {}, {}, {});
    row("one credential", account, {}, {});
    row("its type", account, {{u"AUTH_TYPE"_s, u"service_account"_s}}, {});
    row("two", account, key, {u"uses the service account"_s});
    row("two, and a type", account,
        {{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s},
         {u"PRIVATE_API_KEY"_s, u"hush"_s},
         {u"AUTH_TYPE"_s, u"service_account"_s}},
        {u"uses the API key"_s});
    row("another type", key, {{u"AUTH_TYPE"_s, u"passkey"_s}},
        {u"MONGODB_ATLAS_AUTH_TYPE specifies another type of sign-in, but only an API key is set"_s});
    row("a token alone", {}, {{u"ACCESS_TOKEN"_s, u"hush"_s}},
        {u"Not used: MONGODB_ATLAS_ACCESS_TOKEN."_s});
    row("a type alone", {}, {{u"AUTH_TYPE"_s, u"service_account"_s}},
        {u"Not used: MONGODB_ATLAS_AUTH_TYPE."_s});
    row("the newer prefix", account, {{u"MCLI_OUTPUT"_s, u"json"_s}},
        {u"Not used: MONGODB_ATLAS_CLIENT_ID, MONGODB_ATLAS_CLIENT_SECRET. Because MCLI_OUTPUT is "
         u"set"_s});
    row("Terraform's names beside the older prefix",
        {{u"PUBLIC_KEY"_s, u"k"_s}, {u"PRIVATE_KEY"_s, u"hush"_s}},
        {{u"MCLI_PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"MCLI_PRIVATE_API_KEY"_s, u"hush"_s}},
        {u"MONGODB_ATLAS_PUBLIC_KEY, MONGODB_ATLAS_PRIVATE_KEY"_s});
    row("an organization", account, {{u"ORG_ID"_s, u"5f5f5f5f5f5f5f5f5f5f5f5f"_s}},
        {u"Not used: MONGODB_ATLAS_ORG_ID. Bucketscope does not use an organization ID."_s});
    row("a profile", account, {{u"PROFILE"_s, u"prod"_s}},
        {u"Not used: MONGODB_ATLAS_PROFILE. To open a profile, start Bucketscope with --profile."_s});
    row("a profile beside no credential", {}, {{u"PROFILE"_s, u"prod"_s}},
        {u"Not used: MONGODB_ATLAS_PROFILE."_s});
    row("an empty profile", {}, {{u"PROFILE"_s, u" "_s}}, {});
    row("a profile of the older prefix", {},
        {{u"MCLI_PROFILE"_s, u"prod"_s}, {u"PROFILE"_s, u"other"_s}},
        {u"Not used: MCLI_PROFILE."_s, u"Not used: MONGODB_ATLAS_PROFILE. Because MCLI_PROFILE"_s});
    row("a host and a project, for no credential", {},
        {{u"OPS_MANAGER_URL"_s, u"https://cloud.mongodbgov.com"_s},
         {u"SERVICE"_s, u"cloudgov"_s},
         {u"PROJECT_ID"_s, u"0123456789abcdef01234567"_s}},
        {u"Not used: MONGODB_ATLAS_OPS_MANAGER_URL, MONGODB_ATLAS_SERVICE, "
         "MONGODB_ATLAS_PROJECT_ID. Without a credential in the environment, profiles keep "
         "their own base URL and project."_s});
    row("Terraform's name of a host, for no credential", {},
        {{u"BASE_URL"_s, u"https://atlas.example"_s}}, {u"Not used: MONGODB_ATLAS_BASE_URL."_s});
    row("a project that is none, for no credential", {}, {{u"PROJECT_ID"_s, u"nonsense"_s}},
        {u"Not used: MONGODB_ATLAS_PROJECT_ID."_s});
    row("a host that cannot be, and a project, for no credential", {},
        {{u"SERVICE"_s, u"bogus"_s}, {u"PROJECT_ID"_s, u"nonsense"_s}},
        {u"MONGODB_ATLAS_SERVICE: use cloud or cloudgov."_s,
         u"Not used: MONGODB_ATLAS_PROJECT_ID."_s});
    row("a host that cannot be, for no credential", {}, {{u"SERVICE"_s, u"bogus"_s}},
        {u"MONGODB_ATLAS_SERVICE: use cloud or cloudgov."_s});
}

void TestAccountsEnvironment::saysWhatIsNotUsed()
{
    QFETCH(const Variables, variables);
    QFETCH(const QStringList, says);
    const auto reading = accounts::readEnvironment(environment(variables));
    QVERIFY2(reading.has_value(), reading ? "" : qPrintable(reading.error()));
    QCOMPARE(reading->notes.size(), says.size());
    for (qsizetype i = 0; i < says.size(); ++i) {
        QVERIFY2(reading->notes[i].contains(says[i]), qPrintable(reading->notes[i]));
        QVERIFY(!reading->notes[i].contains("hush"_L1));
    }
}

void TestAccountsEnvironment::makesNothing_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::newRow("empty") << Variables();
    QTest::newRow("empty variables") << Variables{{u"CLIENT_ID"_s, QString()}};
    QTest::newRow("base URL alone") << Variables{{u"BASE_URL"_s, u"nonsense"_s}};
    QTest::newRow("project alone") << Variables{{u"PROJECT_ID"_s, u"nonsense"_s}};
}

void TestAccountsEnvironment::makesNothing()
{
    QFETCH(const Variables, variables);
    const auto reading = accounts::readEnvironment(environment(variables));
    QVERIFY(reading.has_value());
    QVERIFY(!reading->account.has_value());
}

void TestAccountsEnvironment::refusesInOneLine_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("says");

    const Variables key{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_API_KEY"_s, u"hush"_s}};
    const auto keyWith = [&key](const QString &name, const QString &value,
                                const Variables &more = {}) {
        Variables variables = key;
        variables.insert(name, value);
        variables.insert(more);
        return variables;
    };
    QTest::newRow("no client secret")
        << Variables{{u"CLIENT_ID"_s, u"id"_s}}
        << u"MONGODB_ATLAS_CLIENT_ID is set, but MONGODB_ATLAS_CLIENT_SECRET is not"_s;
    QTest::newRow("no client ID") << Variables{
        {u"CLIENT_SECRET"_s,
         u"hush"_s}} << u"MONGODB_ATLAS_CLIENT_SECRET is set, but MONGODB_ATLAS_CLIENT_ID is not"_s;
    QTest::newRow("no private key")
        << Variables{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}}
        << u"MONGODB_ATLAS_PUBLIC_API_KEY is set, but MONGODB_ATLAS_PRIVATE_API_KEY is not"_s;
    QTest::newRow("no public key")
        << Variables{{u"PRIVATE_API_KEY"_s, u"hush"_s}}
        << u"MONGODB_ATLAS_PRIVATE_API_KEY is set, but MONGODB_ATLAS_PUBLIC_API_KEY is not"_s;
    QTest::newRow("half a service account, a whole key")
        << keyWith(u"CLIENT_ID"_s, u"id"_s) << u"MONGODB_ATLAS_CLIENT_SECRET is not"_s;
    QTest::newRow("base URL") << keyWith(u"BASE_URL"_s, u"http://example.org"_s)
                              << u"MONGODB_ATLAS_BASE_URL: Use https://"_s;
    QTest::newRow("half an API key, a whole service account")
        << Variables{{u"CLIENT_ID"_s, u"id"_s},
                     {u"CLIENT_SECRET"_s, u"hush"_s},
                     {u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}}
        << u"MONGODB_ATLAS_PUBLIC_API_KEY is set, but MONGODB_ATLAS_PRIVATE_API_KEY is not"_s;
    QTest::newRow("half a pair of Terraform's names")
        << Variables{{u"PUBLIC_KEY"_s, u"abcdefgh"_s}}
        << u"MONGODB_ATLAS_PUBLIC_KEY is set, but MONGODB_ATLAS_PRIVATE_API_KEY is not"_s;
    QTest::newRow("half a pair of the older prefix")
        << Variables{{u"MCLI_CLIENT_ID"_s, u"id"_s}, {u"CLIENT_SECRET"_s, u"hush"_s}}
        << u"MCLI_CLIENT_ID is set, but MCLI_CLIENT_SECRET is not"_s;
    QTest::newRow("two public keys")
        << keyWith(u"PUBLIC_KEY"_s, u"other"_s)
        << u"MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PUBLIC_KEY are set to different"_s;
    QTest::newRow("two private keys")
        << keyWith(u"PRIVATE_KEY"_s, u"hush2"_s)
        << u"MONGODB_ATLAS_PRIVATE_API_KEY and MONGODB_ATLAS_PRIVATE_KEY are set to different"_s;
    QTest::newRow("unknown service")
        << keyWith(u"SERVICE"_s, u"bogus"_s) << u"MONGODB_ATLAS_SERVICE: use cloud or cloudgov"_s;
    QTest::newRow("service in capitals")
        << keyWith(u"SERVICE"_s, u"CLOUDGOV"_s) << u"MONGODB_ATLAS_SERVICE: use"_s;
    QTest::newRow("Ops Manager") << keyWith(u"SERVICE"_s, u"ops-manager"_s)
                                 << u"MONGODB_ATLAS_SERVICE: use"_s;
    QTest::newRow("unknown service beside a URL")
        << keyWith(u"SERVICE"_s, u"bogus"_s, {{u"BASE_URL"_s, u"https://a.example"_s}})
        << u"MONGODB_ATLAS_SERVICE: use"_s;
    QTest::newRow("two URLs")
        << keyWith(u"OPS_MANAGER_URL"_s, u"https://cloud.mongodb.com"_s,
                   {{u"BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}})
        << u"MONGODB_ATLAS_OPS_MANAGER_URL and MONGODB_ATLAS_BASE_URL specify different addresses"_s;
    QTest::newRow("Government's name, Atlas's URL")
        << keyWith(u"SERVICE"_s, u"cloudgov"_s,
                   {{u"OPS_MANAGER_URL"_s, u"https://cloud.mongodb.com/"_s}})
        << u"MONGODB_ATLAS_OPS_MANAGER_URL and MONGODB_ATLAS_SERVICE specify different addresses"_s;
    QTest::newRow("Atlas's name, Government's URL")
        << keyWith(u"SERVICE"_s, u"cloud"_s, {{u"BASE_URL"_s, u"https://cloud.mongodbgov.com"_s}})
        << u"MONGODB_ATLAS_BASE_URL and MONGODB_ATLAS_SERVICE specify different addresses"_s;
    QTest::newRow("a password in the URL")
        << keyWith(u"OPS_MANAGER_URL"_s, u"https://me:hush@cloud.mongodb.com"_s)
        << u"MONGODB_ATLAS_OPS_MANAGER_URL: Remove the user name"_s;
    QTest::newRow("project")
        << keyWith(u"PROJECT_ID"_s, u"0123456789ABCDEF01234567"_s)
        << u"MONGODB_ATLAS_PROJECT_ID: a project ID is 24 hexadecimal digits"_s;
}

void TestAccountsEnvironment::refusesInOneLine()
{
    QFETCH(const Variables, variables);
    QFETCH(const QString, says);
    const auto reading = accounts::readEnvironment(environment(variables));
    QVERIFY(!reading.has_value());
    QVERIFY2(reading.error().contains(says), qPrintable(reading.error()));
    QVERIFY(!reading.error().contains(u'\n'));
    QVERIFY(!reading.error().contains("hush"_L1));
}

void TestAccountsEnvironment::hasTheSameIdInEveryRun()
{
    const auto first = accounts::readEnvironment(
        environment({{u"CLIENT_ID"_s, u"a"_s}, {u"CLIENT_SECRET"_s, u"b"_s}}));
    const auto second = accounts::readEnvironment(
        environment({{u"PUBLIC_API_KEY"_s, u"c"_s}, {u"PRIVATE_API_KEY"_s, u"d"_s}}));
    QCOMPARE(first->account->profile.id, second->account->profile.id);
}

QTEST_GUILESS_MAIN(TestAccountsEnvironment)
#include "tst_accountsenvironment.moc"
