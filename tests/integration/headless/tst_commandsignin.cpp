// SPDX-License-Identifier: Apache-2.0
#include "commandtest.h"
#include "expectations.h"

#include "accounts/profiles/boundsecret.h"
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/authorities.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
namespace sample = atlassim::sample;
using accounts::SecretStorage;
using expectations::goodWorld;
using testsupport::OneAuthority;
using testsupport::OtherAuthority;

/// Who signs in to the program without a window, where the secret may go, and where it is left.
class CommandSignInTest : public CommandTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysWhoDoesNotSignIn_data();
    void saysWhoDoesNotSignIn();
    void saysThatThereIsNoKeychain();
    void tellsOfOtherCertificatesOnce();
    void tellsOfTheCommandLinesCertificates();
    void leavesSettingsAlone_data();
    void leavesSettingsAlone();
    void tellsWhoMayChangeItsSettings();
    void leavesNoSecretInItsEnvironment();

private:
    QString settingsPath() const { return pathOf(u"config/bucketscope/bucketscope.conf"_s); }
    /// A profile `Night` of the sample world's service account.
    void save(SecretStorage storage, const QString &caFile = {}) const;
    void setMode(const QString &path, mode_t mode) const;
    Ended runAsNight(const QStringList &arguments);
};

void CommandSignInTest::init()
{
    begin(goodWorld(3, 5));
}

void CommandSignInTest::save(SecretStorage storage, const QString &caFile) const
{
    QVERIFY(QDir().mkpath(QFileInfo(settingsPath()).path()));
    accounts::SettingsFile file(settingsPath());
    accounts::Preferences preferences(file);
    accounts::PreferenceValues values = preferences.values();
    values.secretStorage = storage;
    preferences.setValues(values);
    accounts::ProfileDraft draft;
    draft.name = u"Night"_s;
    draft.identity = sample::ClientId;
    draft.baseUrl = signIn().value(u"MONGODB_ATLAS_BASE_URL"_s);
    draft.caFile = caFile;
    const accounts::Profile profile = *draft.toProfile();
    accounts::ProfileStore profiles(file);
    profiles.add(profile);
    QVERIFY(profiles.save());
    if (storage != SecretStorage::SettingsFile)
        return;
    const auto store = accounts::makeSecretStore(storage, settingsPath());
    bool isKept = false;
    const auto secret = accounts::Secret::fromString(QString(sample::ClientSecret));
    store->write(profile.id, accounts::boundTo(profile.baseUrl, secret), store.get(),
                 [&isKept](const auto &result) { isKept = result.has_value(); });
    QTRY_VERIFY(isKept);
}

void CommandSignInTest::setMode(const QString &path, mode_t mode) const
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

CommandTest::Ended CommandSignInTest::runAsNight(const QStringList &arguments)
{
    return run(arguments + QStringList{u"--profile"_s, u"night"_s}, {});
}

void CommandSignInTest::saysWhoDoesNotSignIn_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("says");
    QTest::newRow("nobody") << Variables{} << u"No credentials."_s;
    QTest::newRow("a wrong secret")
        << Variables{{u"MONGODB_ATLAS_CLIENT_ID"_s, sample::ClientId},
                     {u"MONGODB_ATLAS_CLIENT_SECRET"_s, u"mdb_sa_sk_wrong"_s}}
        << u"invalid_client"_s;
    QTest::newRow("a wrong key") << Variables{{u"MONGODB_ATLAS_PUBLIC_API_KEY"_s, u"abcdefgh"_s},
                                              {u"MONGODB_ATLAS_PRIVATE_API_KEY"_s,
                                               u"5d1b2c3a-0000-4000-8000-000000000000"_s}}
                                 << u"401"_s;
}

void CommandSignInTest::saysWhoDoesNotSignIn()
{
    QFETCH(Variables, variables);
    QFETCH(const QString, says);
    variables.insert(u"MONGODB_ATLAS_BASE_URL"_s, simulator().baseUrl().toString());
    for (const auto &verb : {u"list"_s, u"check"_s}) {
        const Ended ended = run({verb}, variables);
        QVERIFY2(ended.exitCode == 4, qPrintable(ended.errors));
        QVERIFY2(ended.errors.contains(says), qPrintable(ended.errors));
        // There is no window to enter another in.
        QVERIFY2(!ended.errors.contains(u"Settings"), qPrintable(ended.errors));
        QCOMPARE(ended.output, QByteArray());
    }
}

void CommandSignInTest::saysThatThereIsNoKeychain()
{
    save(SecretStorage::Keychain);
    const Ended ended = runAsNight({u"list"_s});
    QVERIFY2(ended.exitCode == 4, qPrintable(ended.errors));
    QVERIFY2(ended.errors.contains(u"keychain"), qPrintable(ended.errors));
    QCOMPARE(ended.errors.count(u'\n'), 1);
}

/// On a computer that no window is ever opened on.
void CommandSignInTest::tellsOfOtherCertificatesOnce()
{
    const QString file = pathOf(u"ca.pem"_s);
    write(u"ca.pem"_s, OneAuthority.toByteArray());
    save(SecretStorage::SettingsFile, file);
    const auto told = [this, &file](const QStringList &arguments) {
        const Ended ended = runAsNight(arguments);
        const bool isOne = ended.errors.count(u'\n') == 1
            && ended.errors.startsWith(u"bucketscope: Warning: "_s)
            && ended.errors.contains(u"\"Night\""_s);
        return ended.exitCode == 0 && ended.errors.contains(file) && isOne ? u"told"_s
                                                                           : ended.errors;
    };
    QCOMPARE(told({u"list"_s}), QString());
    write(u"ca.pem"_s, OtherAuthority.toByteArray());
    QCOMPARE(told({u"check"_s, u"--quiet"_s}), u"told"_s);
    QCOMPARE(told({u"changes"_s}), QString());
    write(u"ca.pem"_s, OneAuthority.toByteArray());
    QCOMPARE(told({u"changes"_s}), u"told"_s);
    const QByteArray settings = contentOf(u"config/bucketscope/bucketscope.conf"_s);
    const auto written = QFileInfo(settingsPath()).lastModified();
    QCOMPARE(told({u"list"_s}), QString());
    QCOMPARE(contentOf(u"config/bucketscope/bucketscope.conf"_s), settings);
    QCOMPARE(QFileInfo(settingsPath()).lastModified(), written);
}

void CommandSignInTest::tellsOfTheCommandLinesCertificates()
{
    save(SecretStorage::SettingsFile);
    const QStringList arguments{u"list"_s, u"--ca-certificates"_s, pathOf(u"ca.pem"_s)};
    write(u"ca.pem"_s, OneAuthority.toByteArray());
    QCOMPARE(runAsNight(arguments).errors, QString());
    write(u"ca.pem"_s, OtherAuthority.toByteArray());
    QVERIFY(runAsNight(arguments).errors.contains(pathOf(u"ca.pem"_s)));
    // Who signs in by the environment is nobody that could be remembered.
    QCOMPARE(run(arguments).errors, QString());
}

void CommandSignInTest::leavesSettingsAlone_data()
{
    QTest::addColumn<QString>("settings");
    for (const auto *settings : {"read-only", "of another"})
        QTest::newRow(settings) << QString::fromLatin1(settings);
}

/// Nobody has asked for them to be written.
void CommandSignInTest::leavesSettingsAlone()
{
    QFETCH(const QString, settings);
    write(u"ca.pem"_s, OneAuthority.toByteArray());
    save(SecretStorage::SettingsFile, pathOf(u"ca.pem"_s));
    const uid_t another = ::geteuid() + 1;
    const QByteArray path = QFile::encodeName(settingsPath());
    if (settings == u"read-only" && ::geteuid() == 0)
        QSKIP("The administrator may write any file.");
    else if (settings == u"read-only")
        setMode(settingsPath(), 0400);
    else if (settings == u"of another" && ::chown(path.constData(), another, gid_t(-1)) != 0)
        QSKIP("Files cannot be given away here.");
    const auto before = QFileInfo(settingsPath()).lastModified();
    const QByteArray content = contentOf(u"config/bucketscope/bucketscope.conf"_s);
    const Ended ended = runAsNight({u"list"_s});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
    QCOMPARE(ended.errors.isEmpty(), settings != u"of another");
    QCOMPARE(contentOf(u"config/bucketscope/bucketscope.conf"_s), content);
    QCOMPARE(QFileInfo(settingsPath()).lastModified(), before);
}

void CommandSignInTest::tellsWhoMayChangeItsSettings()
{
    save(SecretStorage::SettingsFile);
    const QString folder = QFileInfo(settingsPath()).path();
    setMode(folder, 0777);
    for (const QStringList &arguments : {QStringList{u"list"_s}, {u"check"_s, u"--quiet"_s}}) {
        const Ended ended = runAsNight(arguments);
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
        QVERIFY2(ended.errors.contains(settingsPath()), qPrintable(ended.errors));
        QCOMPARE(ended.errors.count(u'\n'), 1);
    }
    const Ended korean = runAsNight({u"list"_s, u"--language"_s, u"ko"_s});
    QVERIFY2(korean.errors.contains(u"경고"), qPrintable(korean.errors));
    // Their host does not stand in the settings.
    QCOMPARE(run({u"list"_s}).errors, QString());
    setMode(folder, 0700);
    setMode(settingsPath(), 0666);
    QVERIFY(runAsNight({u"list"_s}).errors.contains(settingsPath()));
}

/// Others of this user can read it in /proc; the program that was started first has it, too.
void CommandSignInTest::leavesNoSecretInItsEnvironment()
{
    if (!QFile::exists(u"/proc/self/environ"_s))
        QSKIP("There is no /proc.");
    simulator().addFault(atlassim::Fault::delay(u"/api/atlas/v2/groups"_s, 30s));
    Variables variables = signIn();
    variables.insert(u"MONGODB_ATLAS_ACCESS_TOKEN"_s, u"hidden-1"_s);
    variables.insert(u"MONGODB_ATLAS_PRIVATE_KEY"_s, u"hidden-2"_s);
    variables.insert(u"MONGODB_ATLAS_PUBLIC_KEY"_s, u"identity-1"_s);
    const auto process = start({u"list"_s}, variables);
    QTRY_VERIFY_WITH_TIMEOUT(callsTo("/api/oauth/token"_L1) > 0, Patience);
    QFile file(u"/proc/%1/environ"_s.arg(process->processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray environment = file.readAll();
    QCOMPARE(
        QFileInfo(u"/proc/%1/exe"_s.arg(process->processId())).symLinkTarget().section(u'/', -1),
        u"bucketscope-cli"_s);
    process->terminate();
    QCOMPARE(wait(*process).signal, SIGTERM);
    QVERIFY(environment.contains("LC_ALL=C.UTF-8"));
    for (const QString &hidden :
         {QString(sample::ClientId), QString(sample::ClientSecret), u"hidden-"_s, u"identity-"_s})
        QVERIFY2(!environment.contains(hidden.toUtf8()), qPrintable(hidden));
}

QTEST_GUILESS_MAIN(CommandSignInTest)
#include "tst_commandsignin.moc"
