// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentprofile.h"

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
    void makesNothing_data();
    void makesNothing();
    void refusesInOneLine_data();
    void refusesInOneLine();
    void hasTheSameIdInEveryRun();

private:
    static QProcessEnvironment environment(const Variables &variables)
    {
        QProcessEnvironment environment;
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert("MONGODB_ATLAS_"_L1 + it.key(), it.value());
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
    QTest::newRow("half an API key beside")
        << with(account, {{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}}) << Authentication::ServiceAccount
        << u"mdb_sa_id_1"_s << QByteArray("s") << atlas << QString();
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
    const auto account = accounts::environmentAccount(environment(variables));
    QVERIFY2(account.has_value(), account ? "" : qPrintable(account.error()));
    QVERIFY(account->has_value());
    const auto &[profile, credential] = **account;
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
    const auto account = accounts::environmentAccount(environment(variables));
    QVERIFY(account.has_value());
    QVERIFY(!account->has_value());
}

void TestAccountsEnvironment::refusesInOneLine_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("says");

    const Variables key{{u"PUBLIC_API_KEY"_s, u"abcdefgh"_s}, {u"PRIVATE_API_KEY"_s, u"hush"_s}};
    const auto keyWith = [&key](const QString &name, const QString &value) {
        Variables variables = key;
        variables.insert(name, value);
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
    QTest::newRow("project") << keyWith(u"PROJECT_ID"_s, u"0123456789ABCDEF01234567"_s)
                             << u"MONGODB_ATLAS_PROJECT_ID: A project ID has 24 digits"_s;
}

void TestAccountsEnvironment::refusesInOneLine()
{
    QFETCH(const Variables, variables);
    QFETCH(const QString, says);
    const auto account = accounts::environmentAccount(environment(variables));
    QVERIFY(!account.has_value());
    QVERIFY2(account.error().contains(says), qPrintable(account.error()));
    QVERIFY(!account.error().contains(u'\n'));
    QVERIFY(!account.error().contains("hush"_L1));
}

void TestAccountsEnvironment::hasTheSameIdInEveryRun()
{
    const auto first = accounts::environmentAccount(
        environment({{u"CLIENT_ID"_s, u"a"_s}, {u"CLIENT_SECRET"_s, u"b"_s}}));
    const auto second = accounts::environmentAccount(
        environment({{u"PUBLIC_API_KEY"_s, u"c"_s}, {u"PRIVATE_API_KEY"_s, u"d"_s}}));
    QCOMPARE((*first)->profile.id, (*second)->profile.id);
}

QTEST_GUILESS_MAIN(TestAccountsEnvironment)
#include "tst_accountsenvironment.moc"
