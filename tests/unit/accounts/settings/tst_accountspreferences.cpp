// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

class TestAccountsPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void defaultsAreAsDocumented();
    void valuesComeBack();
    void senselessValuesFallBack_data();
    void senselessValuesFallBack();
    void senselessValuesStayUntilSaved();
    void windowsSideBySideKeepEachOthersValues();
    void limitsAreKept();
    void lastProfileAndProjectsAreRemembered();
    void windowStatesAreOpaque();

private:
    QString path() const { return m_folder->filePath(u"bucketscope.conf"_s); }
    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsPreferences::defaultsAreAsDocumented()
{
    SettingsFile settings(path());
    const Preferences preferences(settings);
    const PreferenceValues &values = preferences.values();
    QCOMPARE(values.itemsPerPage.value(), 100);
    QVERIFY(values.includeCount);
    QVERIFY(!values.envelope);
    QVERIFY(!values.prettyPrint);
    QCOMPARE(values.apiVersion.toString(), u"2025-02-19"_s);
    QCOMPARE(values.timeout.value(), 30);
    QVERIFY(values.readRegions);
    QVERIFY(values.fetchAhead);
    QVERIFY(values.readUseAhead);
    QVERIFY(!values.checkExports);
    QCOMPARE(values.language, Language::System);
    QCOMPARE(values.theme, Theme::System);
    QCOMPARE(values.secretStorage, SecretStorage::Keychain);
    QVERIFY(!preferences.lastProfile());
    QVERIFY(!preferences.lastProject(ProfileId::create()));
    QVERIFY(preferences.windowState(u"main"_s).isEmpty());
    QVERIFY(preferences.problems().isEmpty());
    QVERIFY(!settings.hasChanges());
}

void TestAccountsPreferences::valuesComeBack()
{
    const PreferenceValues values{
        .itemsPerPage = *atlas::ItemsPerPage::from(500),
        .includeCount = false,
        .envelope = true,
        .prettyPrint = true,
        .apiVersion = *atlas::ApiVersion::fromString(u"2024-05-30"),
        .timeout = *TimeoutSeconds::from(600),
        .readRegions = false,
        .fetchAhead = false,
        .readUseAhead = false,
        .checkExports = true,
        .language = Language::Korean,
        .theme = Theme::Dark,
        .secretStorage = SecretStorage::SessionOnly,
    };
    SettingsFile settings(path());
    Preferences preferences(settings);
    preferences.setValues(values);
    QCOMPARE(preferences.values(), values);
    QVERIFY(settings.save());
    SettingsFile again(path());
    QCOMPARE(Preferences(again).values(), values);
}

void TestAccountsPreferences::senselessValuesFallBack_data()
{
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *group, const char *key, const char *value) {
        QTest::addRow("%s=%s", key, value)
            << QByteArray(group) << QByteArray(key) << QByteArray(value);
    };
    row("Requests", "itemsPerPage", "0");
    row("Requests", "itemsPerPage", "501");
    row("Requests", "itemsPerPage", "-1");
    row("Requests", "itemsPerPage", "ten");
    row("Requests", "itemsPerPage", "");
    row("Requests", "itemsPerPage", "1e2");
    row("Requests", "itemsPerPage", "99999999999999999999");
    row("Requests", "includeCount", "maybe");
    row("Requests", "envelope", "2");
    row("Requests", "prettyPrint", "\"\"");
    row("Requests", "apiVersion", "2025-02-30");
    row("Requests", "apiVersion", "yesterday");
    row("Requests", "timeoutSeconds", "4");
    row("Requests", "timeoutSeconds", "601");
    row("Requests", "timeoutSeconds", "30.5");
    row("Requests", "readRegions", "yes");
    row("Requests", "fetchAhead", "1");
    row("Requests", "readUseAhead", "on");
    row("Requests", "checkExports", "on");
    row("Appearance", "language", "tlh");
    row("Appearance", "theme", "@ByteArray(dark");
    row("Secrets", "storage", "cloud");
}

void TestAccountsPreferences::senselessValuesFallBack()
{
    QFETCH(const QByteArray, group);
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, value);
    put('[' + group + "]\n" + key + '=' + value + '\n');
    SettingsFile settings(path());
    const Preferences preferences(settings);
    QCOMPARE(preferences.values(), PreferenceValues());
    QCOMPARE(preferences.problems().size(), 1);
    QVERIFY(preferences.problems().constFirst().contains(QString::fromLatin1(key)));
}

void TestAccountsPreferences::senselessValuesStayUntilSaved()
{
    put("[Requests]\nitemsPerPage=1000\ntimeoutSeconds=60\n");
    SettingsFile settings(path());
    Preferences preferences(settings);
    QCOMPARE(preferences.values().timeout.value(), 60);
    preferences.setWindowState(u"main"_s, QByteArray("x"));
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"Requests/itemsPerPage"_s), std::optional(u"1000"_s));
    preferences.setValues(preferences.values());
    QVERIFY(preferences.problems().isEmpty());
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"Requests/itemsPerPage"_s), std::optional(u"100"_s));
}

void TestAccountsPreferences::windowsSideBySideKeepEachOthersValues()
{
    SettingsFile oneFile(path());
    SettingsFile otherFile(path());
    Preferences one(oneFile);
    Preferences other(otherFile);
    const auto choose = [](Preferences &preferences, const auto &change) {
        PreferenceValues values = preferences.values();
        change(values);
        preferences.setValues(values);
    };
    choose(one, [](auto &values) { values.theme = Theme::Dark; });
    QVERIFY(oneFile.save());
    choose(other, [](auto &values) { values.fetchAhead = false; });
    QVERIFY(otherFile.save());
    choose(one, [](auto &values) { values.theme = Theme::Light; });
    QVERIFY(oneFile.save());
    choose(other, [](auto &values) { values.envelope = true; });
    QVERIFY(otherFile.save());

    SettingsFile both(path());
    const PreferenceValues kept = Preferences(both).values();
    QCOMPARE(kept.theme, Theme::Light);
    QVERIFY(!kept.fetchAhead);
    QVERIFY(kept.envelope);
}

void TestAccountsPreferences::limitsAreKept()
{
    QVERIFY(!TimeoutSeconds::from(4));
    QVERIFY(TimeoutSeconds::from(5));
    QVERIFY(TimeoutSeconds::from(600));
    QVERIFY(!TimeoutSeconds::from(601));
}

void TestAccountsPreferences::lastProfileAndProjectsAreRemembered()
{
    const ProfileId first = ProfileId::create();
    const ProfileId second = ProfileId::create();
    const auto project = *atlas::ProjectId::fromHex(u"0123456789abcdef01234567");
    const auto other = *atlas::ProjectId::fromHex(u"76543210fedcba9876543210");
    SettingsFile settings(path());
    Preferences preferences(settings);
    preferences.setLastProfile(first);
    preferences.setLastProject(first, project);
    preferences.setLastProject(second, other);
    QVERIFY(settings.save());

    SettingsFile again(path());
    Preferences reread(again);
    QCOMPARE(reread.lastProfile(), std::optional(first));
    QCOMPARE(reread.lastProject(first), std::optional(project));
    QCOMPARE(reread.lastProject(second), std::optional(other));
    reread.forgetProfile(first);
    QVERIFY(!reread.lastProfile());
    QVERIFY(!reread.lastProject(first));
    QCOMPARE(reread.lastProject(second), std::optional(other));
}

void TestAccountsPreferences::windowStatesAreOpaque()
{
    QByteArray state;
    for (int i = 0; i < 256; ++i)
        state.append(static_cast<char>(i));
    SettingsFile settings(path());
    Preferences preferences(settings);
    preferences.setWindowState(u"main-geometry"_s, state);
    QVERIFY(settings.save());
    SettingsFile again(path());
    const Preferences reread(again);
    QCOMPARE(reread.windowState(u"main-geometry"_s), state);
    QVERIFY(reread.windowState(u"main-columns"_s).isEmpty());
    put("[Window]\nmain-geometry=hello\n");
    SettingsFile damaged(path());
    QVERIFY(Preferences(damaged).windowState(u"main-geometry"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestAccountsPreferences)
#include "tst_accountspreferences.moc"
