// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/atlascliimport.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;
using Place = ImportCandidate::SecretPlace;

namespace {

/// A configuration as the Atlas CLI leaves it: tests/unit/data/atlascli/NAME.toml.
QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(BUCKETSCOPE_SOURCE_DIR "/tests/unit/data/atlascli/") + name
               + u".toml"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no sample %s", qPrintable(name));
    return file.readAll();
}

} // namespace

class TestAtlasCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serviceAccountsAreImported();
    void apiKeysAreImported();
    void governmentIsImported();
    void customUrlsAreImported();
    void missingSecretsAreSaid();
    void onlyWholeNumbersAreVersions_data();
    void onlyWholeNumbersAreVersions();
    void othersAreRefusedWithReasons_data();
    void othersAreRefusedWithReasons();
    void wholeCredentialsCountMoreThanAuthType();
    void brokenFilesAreLocated_data();
    void brokenFilesAreLocated();
    void oddFilesAreSurvived_data();
    void oddFilesAreSurvived();
    void everyCutIsSurvived();
    void filesAreRead();
    void missingFilesAreSaid();
    void pathIsTheAtlasClis();

private:
    QList<ImportCandidate> parse(QByteArrayView toml)
    {
        const auto candidates = parseAtlasCliConfig(toml);
        if (!candidates)
            qWarning() << candidates.error();
        return candidates.value_or(QList<ImportCandidate>());
    }
};

void TestAtlasCliImport::serviceAccountsAreImported()
{
    const auto candidates = parse(sample(u"serviceaccounts"_s));
    QCOMPARE(candidates.size(), 2);
    const ImportCandidate &first = candidates.first();
    QVERIFY(!first.problem);
    QCOMPARE(first.sourceName, u"default"_s);
    QCOMPARE(first.draft.name, u"default"_s);
    QCOMPARE(first.draft.authentication, Authentication::ServiceAccount);
    QCOMPARE(first.draft.identity, u"mdb_sa_id_0123456789abcdef01234567"_s);
    QCOMPARE(first.secretPlace, Place::InFile);
    QCOMPARE(first.secret, Secret::fromUtf8("mdb_sa_sk_first"));
    QCOMPARE(first.draft.defaultProject, u"0123456789abcdef01234567"_s);
    QCOMPARE(first.notes.size(), 1);
    QVERIFY(first.notes.first().contains("5f5f5f5f5f5f5f5f5f5f5f5f"_L1));
    QVERIFY(first.draft.problems({}).isEmpty());
    QVERIFY(first.draft.toProfile()->baseUrl.isAtlas());

    const ImportCandidate &second = candidates.last();
    QCOMPARE(second.sourceName, u"staging"_s);
    QCOMPARE(second.draft.identity, u"mdb_sa_id_76543210fedcba9876543210"_s);
    QCOMPARE(second.secret, Secret::fromUtf8("mdb_sa_sk_second"));
    QVERIFY(second.notes.isEmpty());
    QVERIFY(second.draft.defaultProject.isEmpty());
    QVERIFY(second.draft.id != first.draft.id);
}

void TestAtlasCliImport::apiKeysAreImported()
{
    const auto candidates = parse(sample(u"apikeys"_s));
    QCOMPARE(candidates.size(), 2);
    const ImportCandidate &first = candidates.first();
    QCOMPARE(first.draft.authentication, Authentication::ApiKey);
    QCOMPARE(first.draft.identity, u"abcdefgh"_s);
    QCOMPARE(first.secret, Secret::fromUtf8("12345678-90ab-cdef-1234-567890abcdef"));
    const ImportCandidate &second = candidates.last();
    QCOMPARE(second.draft.name, u"운영 eu"_s);
    QCOMPARE(second.draft.toProfile()->color(), ProfileColor::Red);
    QVERIFY(second.draft.defaultProject.isEmpty());
    QCOMPARE(second.notes.size(), 1);
    QVERIFY(second.notes.first().contains("not-an-id"_L1));
}

void TestAtlasCliImport::governmentIsImported()
{
    const auto candidates = parse(sample(u"government"_s));
    QCOMPARE(candidates.size(), 1);
    QVERIFY(candidates.first().draft.toProfile()->baseUrl.isGovernment());
}

void TestAtlasCliImport::customUrlsAreImported()
{
    const auto candidates = parse(sample(u"customurls"_s));
    QCOMPARE(candidates.size(), 3);
    QCOMPARE(candidates[0].draft.baseUrl, u"https://cloud-dev.mongodb.com"_s);
    QCOMPARE(candidates[0].draft.defaultProject, u"0123456789abcdef01234567"_s);
    QCOMPARE(candidates[1].draft.baseUrl, u"http://localhost:8080"_s);
    QVERIFY(candidates[2].problem);
    QVERIFY(candidates[2].problem->contains("http://cloud.example.org/"_L1));
    QVERIFY(candidates[2].secret.isEmpty());
}

void TestAtlasCliImport::missingSecretsAreSaid()
{
    const auto candidates = parse(sample(u"withoutsecrets"_s));
    QCOMPARE(candidates.size(), 4);
    QCOMPARE(candidates[0].sourceName, u"account"_s);
    QCOMPARE(candidates[0].secretPlace, Place::InKeyring);
    QCOMPARE(candidates[0].draft.authentication, Authentication::ServiceAccount);
    QVERIFY(candidates[0].draft.identity.isEmpty());
    QVERIFY(candidates[0].notes.first().contains("client secret"_L1));
    QCOMPARE(candidates[1].secretPlace, Place::InKeyring);
    QCOMPARE(candidates[1].draft.authentication, Authentication::ApiKey);
    QVERIFY(candidates[1].notes.first().contains("private key"_L1));
    QCOMPARE(candidates[2].sourceName, u"nobody"_s);
    QVERIFY(candidates[2].problem);
    QVERIFY(candidates[3].problem);

    const auto before = parse("[a]\npublic_api_key = 'abcdefgh'\n");
    QCOMPARE(before.first().secretPlace, Place::Missing);
    QCOMPARE(before.first().draft.identity, u"abcdefgh"_s);
    QCOMPARE(before.first().notes,
             QStringList{u"This profile has no private key. Enter it here."_s});
}

void TestAtlasCliImport::onlyWholeNumbersAreVersions_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("mayBeInKeyring");
    QTest::newRow("first") << QByteArray("1") << false;
    QTest::newRow("second") << QByteArray("2") << true;
    QTest::newRow("largest") << QByteArray("9223372036854775807") << true;
    QTest::newRow("text") << QByteArray("'2'") << false;
    QTest::newRow("beyond whole numbers") << QByteArray("7e93") << false;
    QTest::newRow("no number") << QByteArray("nan") << false;
}

void TestAtlasCliImport::onlyWholeNumbersAreVersions()
{
    QFETCH(const QByteArray, version);
    QFETCH(const bool, mayBeInKeyring);
    const auto candidates =
        parseAtlasCliConfig(QByteArray("version = " + version + "\n[a]\npublic_api_key = 'x'\n"));
    QVERIFY(candidates);
    QCOMPARE(candidates->first().secretPlace, mayBeInKeyring ? Place::InKeyring : Place::Missing);
}

void TestAtlasCliImport::othersAreRefusedWithReasons_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("Cloud Manager") << u"cm"_s << u"Cloud Manager"_s;
    QTest::newRow("unknown authentication") << u"new"_s << u"“passkey”"_s;
    QTest::newRow("Ops Manager") << u"om"_s << u"Ops Manager"_s;
    QTest::newRow("unknown service") << u"other"_s << u"“atlas”"_s;
    QTest::newRow("user account") << u"person"_s << u"user account in the browser"_s;
    QTest::newRow("tokens") << u"person-before-auth-type"_s << u"user account in the browser"_s;
}

void TestAtlasCliImport::othersAreRefusedWithReasons()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    const auto candidates = parse(sample(u"notimportable"_s));
    QCOMPARE(candidates.size(), 6);
    for (const ImportCandidate &candidate : candidates) {
        if (candidate.sourceName != name)
            continue;
        QVERIFY(candidate.problem);
        QVERIFY2(candidate.problem->contains(says), qPrintable(*candidate.problem));
        QVERIFY(candidate.secret.isEmpty());
        return;
    }
    QFAIL("no such candidate");
}

void TestAtlasCliImport::wholeCredentialsCountMoreThanAuthType()
{
    const auto candidates = parse("[a]\nauth_type = 'user_account'\naccess_token = 't'\n"
                                  "refresh_token = 't'\npublic_api_key = 'abcdefgh'\n"
                                  "private_api_key = 'p'\n");
    QVERIFY(!candidates.first().problem);
    QCOMPARE(candidates.first().draft.authentication, Authentication::ApiKey);
    QCOMPARE(candidates.first().secret, Secret::fromUtf8("p"));
}

void TestAtlasCliImport::brokenFilesAreLocated_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("line");
    QTest::newRow("open string") << sample(u"broken"_s) << u"Line 3, column "_s;
    QTest::newRow("open table") << QByteArray("a = 1\n[default\n") << u"Line 2, column "_s;
    QTest::newRow("no value") << QByteArray("[a]\nb =\n") << u"Line 2, column "_s;
    QTest::newRow("no equals sign")
        << QByteArray("[a]\npublic_api_key 'x'\n") << u"Line 2, column "_s;
    QTest::newRow("twice") << QByteArray("[a]\nb = 1\nb = 2\n") << u"Line 3, column "_s;
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}") << u"Line 1, column "_s;
    QTest::newRow("no UTF-8") << QByteArray("[a]\nb = '\xff'\n") << u"Line 2, column "_s;
    QTest::newRow("zeros") << QByteArray(64, '\0') << u"Line 1, column "_s;
}

void TestAtlasCliImport::brokenFilesAreLocated()
{
    QFETCH(const QByteArray, toml);
    QFETCH(const QString, line);
    const auto candidates = parseAtlasCliConfig(toml);
    QVERIFY(!candidates);
    QVERIFY2(candidates.error().startsWith(line), qPrintable(candidates.error()));
    QVERIFY(!candidates.error().contains(u'\n'));
    QVERIFY(!candidates.error().contains("12345678"_L1));
}

void TestAtlasCliImport::oddFilesAreSurvived_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("top level only") << QByteArray("version = 2\n") << 0;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[a]\n") << 1;
    QTest::newRow("wrong types") << QByteArray(
        "version = 'two'\n[a]\npublic_api_key = 1\nprivate_api_key = [2]\n"
        "service = true\nproject_id = 2024-01-01\n")
                                 << 1;
    QTest::newRow("arrays") << QByteArray("a = [1]\n[[b]]\nx = 1\n") << 0;
    QTest::newRow("table in table, of nothing") << QByteArray("[a.b]\n") << 0;
    QTest::newRow("tables in tables") << "[a" + QByteArray(".a").repeated(300) + "]\noutput = ''\n"
                                      << 0;
    QTest::newRow("deep") << "a = " + QByteArray(200, '[') + QByteArray(200, ']') + '\n' << 0;
}

void TestAtlasCliImport::oddFilesAreSurvived()
{
    QFETCH(const QByteArray, toml);
    QFETCH(const int, count);
    const auto candidates = parseAtlasCliConfig(toml);
    QVERIFY2(candidates.has_value(), candidates ? "" : qPrintable(candidates.error()));
    QCOMPARE(candidates->size(), count);
    for (const ImportCandidate &candidate : *candidates)
        QVERIFY(candidate.problem);
}

void TestAtlasCliImport::everyCutIsSurvived()
{
    for (const QString &name : {u"serviceaccounts"_s, u"apikeys"_s, u"withoutsecrets"_s}) {
        const QByteArray toml = sample(name);
        for (qsizetype size = 0; size <= toml.size(); ++size) {
            const auto candidates = parseAtlasCliConfig(QByteArrayView(toml).first(size));
            QVERIFY(candidates || candidates.error().startsWith("Line "_L1));
        }
    }
}

void TestAtlasCliImport::filesAreRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"config.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample(u"government"_s));
    file.close();
    QCOMPARE(readAtlasCliConfig(file.fileName())->size(), 1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sample(u"broken"_s));
    file.close();
    const auto candidates = readAtlasCliConfig(file.fileName());
    QVERIFY(!candidates);
    QVERIFY(candidates.error().contains(file.fileName()));
    QVERIFY(candidates.error().contains("Line 3"_L1));
}

void TestAtlasCliImport::missingFilesAreSaid()
{
    const QTemporaryDir folder;
    const auto missing = readAtlasCliConfig(folder.filePath(u"config.toml"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().contains("does not exist"_L1));
    const auto folderInItsPlace = readAtlasCliConfig(folder.path());
    QVERIFY(!folderInItsPlace);
    QVERIFY(folderInItsPlace.error().contains("cannot be read"_L1));
}

void TestAtlasCliImport::pathIsTheAtlasClis()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", "/tmp/config");
    const auto restore = qScopeGuard([&before] { qputenv("XDG_CONFIG_HOME", before); });
#if !defined(Q_OS_MACOS) && !defined(Q_OS_WIN)
    QCOMPARE(atlasCliConfigPath(), u"/tmp/config/atlascli/config.toml"_s);
#endif
    QVERIFY(atlasCliConfigPath().endsWith("/atlascli/config.toml"_L1));
}

QTEST_GUILESS_MAIN(TestAtlasCliImport)
#include "tst_atlascliimport.moc"
