// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilestore.h"
#include "accounts/profiles/seencertificates.h"
#include "accounts/secrets/memorysecretstore.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/authorities.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/noticebar.h"
#include "ui/settings/settingssave.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::SeenCertificates;
using testsupport::OneAuthority;
using testsupport::OtherAuthority;

/// A CA file decides whom a secret is sent to: another one is worth a word.
class ChangedCertificatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void notesWhatItHasSeen();
    void tellsOfEachChangeOnce();
    void tellsOfAFileThatTheSettingsName();
    void tellsOfTheCommandLinesFile();
    void saysNothingOfWhatTheUserHasChosen();
    void keepsWhatIsToldAlready();

private:
    QString path() const { return m_folder->filePath(u"ca.pem"_s); }
    void write(const QByteArray &content) const;
    void useCaFile(const QString &file);
    /// Starts the program anew, and ends it. What its notice says.
    QString told();

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void ChangedCertificatesTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_folder = std::make_unique<QTemporaryDir>();
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->saveProfile(u"Production"_s, m_simulator->baseUrl(), testsupport::apiKey());
    write(OneAuthority.toByteArray());
}

void ChangedCertificatesTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ChangedCertificatesTest::write(const QByteArray &content) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void ChangedCertificatesTest::useCaFile(const QString &file)
{
    accounts::SettingsFile settings(m_fixture->settingsPath());
    accounts::ProfileStore profiles(settings);
    accounts::Profile profile = profiles.profiles().constFirst();
    profile.caFile = file;
    profiles.update(profile);
    QVERIFY(profiles.save());
}

QString ChangedCertificatesTest::told()
{
    if (!m_fixture->start() || !QTest::qWaitFor([this] { return m_fixture->hasSession(); }))
        return u"not started"_s;
    QString text;
    const auto bars = m_fixture->window()->findChildren<ui::NoticeBar *>();
    for (const ui::NoticeBar *bar : bars)
        text += bar->text();
    m_fixture->window()->close();
    m_fixture->stop();
    return text;
}

void ChangedCertificatesTest::notesWhatItHasSeen()
{
    using Source = SeenCertificates::Source;
    const auto profile = accounts::ProfileId::create();
    accounts::SettingsFile settings(m_fixture->settingsPath());
    SeenCertificates seen(settings);
    QVERIFY(!seen.note(profile, Source::Profile, {}));
    QVERIFY(!seen.note(profile, Source::Profile, {}));
    QVERIFY(seen.note(profile, Source::Profile, u"1"_s));
    QVERIFY(!seen.note(profile, Source::Profile, u"1"_s));
    QVERIFY(!seen.note(profile, Source::CommandLine, u"2"_s));
    QVERIFY(!seen.note(accounts::ProfileId::create(), Source::Profile, u"2"_s));
    QVERIFY(settings.save());
    accounts::SettingsFile later(m_fixture->settingsPath());
    QVERIFY(SeenCertificates(later).note(profile, Source::Profile, u"2"_s));
    SeenCertificates(later).forget(profile);
    QVERIFY(!SeenCertificates(later).note(profile, Source::Profile, u"3"_s));
}

void ChangedCertificatesTest::tellsOfEachChangeOnce()
{
    useCaFile(path());
    QCOMPARE(told(), QString());
    QCOMPARE(told(), QString());
    write("# The same, with a word.\n" + OneAuthority.toByteArray() + OneAuthority.toByteArray());
    QCOMPARE(told(), QString());
    write(OtherAuthority.toByteArray());
    const QString text = told();
    QVERIFY2(text.startsWith(u"CA certificates have changed."_s), qPrintable(text));
    QVERIFY2(text.contains(path()), qPrintable(text));
    QVERIFY2(text.contains(u"“Production”"_s), qPrintable(text));
    QCOMPARE(told(), QString());
    write(OtherAuthority.toByteArray() + OneAuthority.toByteArray());
    QVERIFY(!told().isEmpty());
    write(OneAuthority.toByteArray() + OtherAuthority.toByteArray());
    QCOMPARE(told(), QString());
}

/// Whoever may write the settings may name another file.
void ChangedCertificatesTest::tellsOfAFileThatTheSettingsName()
{
    QCOMPARE(told(), QString());
    useCaFile(path());
    QVERIFY(told().contains(path()));
    QCOMPARE(told(), QString());
    useCaFile({});
    QCOMPARE(told(), QString());
}

/// It counts for one start: without it, nothing has changed.
void ChangedCertificatesTest::tellsOfTheCommandLinesFile()
{
    m_fixture->commandLine().caFile = path();
    QCOMPARE(told(), QString());
    m_fixture->commandLine().caFile.clear();
    QCOMPARE(told(), QString());
    m_fixture->commandLine().caFile = path();
    QCOMPARE(told(), QString());
    write(OtherAuthority.toByteArray());
    QVERIFY(told().contains(path()));
    QCOMPARE(told(), QString());
}

void ChangedCertificatesTest::saysNothingOfWhatTheUserHasChosen()
{
    QCOMPARE(told(), QString());
    {
        accounts::SettingsFile settings(m_fixture->settingsPath());
        accounts::ProfileStore profiles(settings);
        accounts::Preferences preferences(settings);
        accounts::SecretKeeper secrets(preferences.values().secretStorage, [](auto) {
            return std::make_unique<accounts::MemorySecretStore>();
        });
        QList<accounts::Profile> changed = profiles.profiles();
        changed.first().caFile = path();
        ui::SettingsSave save({settings, profiles, preferences, secrets});
        save.start({changed, {}, preferences.values(), preferences.values().secretStorage, {}},
                   ui::SettingsSave::Fallback::None);
        save.stop();
        QVERIFY(settings.save());
    }
    QCOMPARE(told(), QString());
    write(OtherAuthority.toByteArray());
    QVERIFY(!told().isEmpty());
}

void ChangedCertificatesTest::keepsWhatIsToldAlready()
{
    useCaFile(path());
    QCOMPARE(told(), QString());
    write(OtherAuthority.toByteArray());
    m_fixture->setNotes({u"A word on the environment."_s});
    const QString text = told();
    QVERIFY2(text.startsWith(u"CA certificates have changed."_s), qPrintable(text));
    QVERIFY2(text.endsWith(u" A word on the environment."_s), qPrintable(text));
}

QTEST_MAIN(ChangedCertificatesTest)
#include "tst_changedcertificates.moc"
