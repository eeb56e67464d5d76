// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/boundsecret.h"
#include "tests/ui/support/settingsfixture.h"

#include <QComboBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

/// As it is kept for a profile at Atlas.
Secret secretOf(const QString &text)
{
    return boundTo(BaseUrl::atlas(), Secret::fromString(text));
}

const QString clientId = u"mdb_sa_id_65c0ffee65c0ffee65c0ffee"_s;
const SecretError unavailable{SecretError::Kind::Unavailable, u"No keychain is running."_s};
} // namespace

class TestSettingsSecrets : public QObject, protected SettingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void neverShowsASavedSecret();
    void keepsWhatWasTypedForEachAuthentication();
    void secretThatCannotBeKeptIsKeptForTheSession();
    void warnsBeforeItWritesSecretsToAFile();
    void movesAllSecrets();
    void losesNothingWhenAMoveFails();
    void cancelStopsSaving();
    void saysThatTheKeychainIsOfNoUse();
    void removesProfileWithItsSecret();
    void removalCanBeUndone();
    void undoneRemovalTellsThatTheSecretIsGone();
};

void TestSettingsSecrets::neverShowsASavedSecret()
{
    open();
    auto *secret = part<QLineEdit>(u"Client secret"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QCOMPARE(secret->text(), QString());
    QCOMPARE(secret->placeholderText(), u"Saved. Enter a new one to replace it."_s);
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(vault(SecretStorage::Keychain).readCount, 0);
    QVERIFY(vault(SecretStorage::Keychain).secrets.contains(m_production.id));
}

void TestSettingsSecrets::keepsWhatWasTypedForEachAuthentication()
{
    open();
    auto *kind = part<QComboBox>(u"Authentication"_s);
    QVERIFY(!part<QLineEdit>(u"Public key"_s)->isVisible());
    type(u"Client secret"_s, u"one"_s);
    const auto choose = [kind](int index) {
        kind->setCurrentIndex(index);
        Q_EMIT kind->activated(index);
    };
    choose(1);
    QVERIFY(!part<QLineEdit>(u"Client ID"_s)->isVisible());
    QVERIFY(part<QLineEdit>(u"Private key"_s)->isVisible());
    QCOMPARE(part<QLineEdit>(u"Private key"_s)->placeholderText(), QString());
    choose(0);
    QCOMPARE(part<QLineEdit>(u"Client ID"_s)->text(), clientId);
    QCOMPARE(part<QLineEdit>(u"Client secret"_s)->text(), u"one"_s);
}

void TestSettingsSecrets::secretThatCannotBeKeptIsKeptForTheSession()
{
    vault(SecretStorage::Keychain).writeError = unavailable;
    open();
    type(u"Client secret"_s, u"typed"_s);
    press(u"OK"_s);
    auto *keep = part<QPushButton>(u"Keep for this session only"_s);
    QTRY_VERIFY(keep->isVisible());
    QCOMPARE(m_saved->size(), 0);
    QCOMPARE(part<QLineEdit>(u"Client secret"_s)->text(), u"typed"_s);
    keep->click();
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_keeper->storage(), SecretStorage::SessionOnly);
    const Vault &session = vault(SecretStorage::SessionOnly);
    QVERIFY(session.secrets.value(m_production.id) == secretOf(u"typed"_s));
    QVERIFY(session.secrets.value(m_staging.id) == secretOf(u"Staging"_s));
    // The next run finds the others where they were.
    QCOMPARE(m_preferences->values().secretStorage, SecretStorage::Keychain);
    QCOMPARE(vault(SecretStorage::Keychain).secrets.size(), 2);
}

void TestSettingsSecrets::warnsBeforeItWritesSecretsToAFile()
{
    vault(SecretStorage::Keychain).writeError = unavailable;
    open();
    type(u"Client secret"_s, u"typed"_s);
    press(u"OK"_s);
    QTRY_VERIFY(secretNotice().contains(u"“Production”: No keychain"_s));
    press(u"Save in a file…"_s);
    QVERIFY(secretNotice().contains(u"0600"_s));
    QVERIFY(vault(SecretStorage::SettingsFile).secrets.isEmpty());
    press(u"Save in the file"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_keeper->storage(), SecretStorage::SettingsFile);
    QCOMPARE(m_preferences->values().secretStorage, SecretStorage::SettingsFile);
    QCOMPARE(vault(SecretStorage::SettingsFile).secrets.size(), 2);
}

void TestSettingsSecrets::movesAllSecrets()
{
    open();
    type(u"Client secret"_s, u"typed"_s);
    part<QComboBox>(u"Secret storage choice"_s)->setCurrentIndex(2);
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(vault(SecretStorage::Keychain).secrets.isEmpty());
    const Vault &file = vault(SecretStorage::SettingsFile);
    QVERIFY(file.secrets.value(m_production.id) == secretOf(u"typed"_s));
    QVERIFY(file.secrets.value(m_staging.id) == secretOf(u"Staging"_s));
    QCOMPARE(savedValues().secretStorage, SecretStorage::SettingsFile);
}

void TestSettingsSecrets::losesNothingWhenAMoveFails()
{
    open();
    type(u"Client secret"_s, u"typed"_s);
    part<QComboBox>(u"Secret storage choice"_s)->setCurrentIndex(2);
    vault(SecretStorage::Keychain).readError = SecretError{SecretError::Kind::Denied, u"No."_s};
    press(u"OK"_s);
    QTRY_VERIFY(secretNotice().contains(u"“Staging”: No."_s));
    QCOMPARE(vault(SecretStorage::Keychain).secrets.size(), 2);
    QVERIFY(vault(SecretStorage::SettingsFile).secrets.isEmpty());
    QCOMPARE(m_keeper->storage(), SecretStorage::Keychain);
    QCOMPARE(m_preferences->values().secretStorage, SecretStorage::Keychain);

    press(u"Continue without them"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(vault(SecretStorage::SettingsFile).secrets.contains(m_production.id));
    QVERIFY(vault(SecretStorage::Keychain).secrets.contains(m_staging.id));
}

void TestSettingsSecrets::cancelStopsSaving()
{
    open();
    type(u"Client secret"_s, u"typed"_s);
    vault(SecretStorage::Keychain).isSilent = true;
    press(u"OK"_s);
    QCOMPARE(label(u"Settings status"_s)->text(), u"Saving…"_s);
    QVERIFY(!part<QLineEdit>(u"Profile name"_s)->isEnabled());
    press(u"Cancel"_s);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(part<QLineEdit>(u"Profile name"_s)->isEnabled());
    QCOMPARE(part<QLineEdit>(u"Client secret"_s)->text(), u"typed"_s);
    press(u"Cancel"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_saved->size(), 1);
}

void TestSettingsSecrets::saysThatTheKeychainIsOfNoUse()
{
    vault(SecretStorage::Keychain).readError = unavailable;
    open();
    QTRY_COMPARE(label(u"Secret storage"_s)->text(), unavailable.message);
}

void TestSettingsSecrets::removesProfileWithItsSecret()
{
    open();
    selectProfile(1);
    press(u"Remove profile"_s);
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(!savedProfile(u"Staging"_s));
    QVERIFY(!vault(SecretStorage::Keychain).secrets.contains(m_staging.id));
    QVERIFY(vault(SecretStorage::Keychain).secrets.contains(m_production.id));
}

/// One secret went, the other could not: the dialog stays open.
void TestSettingsSecrets::undoneRemovalTellsThatTheSecretIsGone()
{
    open();
    vault(SecretStorage::Keychain).undeletable = m_staging.id;
    press(u"Remove profile"_s);
    press(u"Remove profile"_s);
    press(u"OK"_s);
    QTRY_VERIFY(secretNotice().contains(u"“Staging”"_s));
    press(u"Undo"_s);
    QCOMPARE(part<QLineEdit>(u"Private key"_s)->placeholderText(),
             u"Saved. Enter a new one to replace it."_s);
    press(u"Undo"_s);
    QCOMPARE(part<QLineEdit>(u"Client secret"_s)->placeholderText(),
             u"Not saved. Enter it here."_s);
}

void TestSettingsSecrets::removalCanBeUndone()
{
    open();
    press(u"Remove profile"_s);
    QCOMPARE(part<QLineEdit>(u"Profile name"_s)->text(), u"Staging"_s);
    press(u"Undo"_s);
    QCOMPARE(part<QLineEdit>(u"Profile name"_s)->text(), u"Production"_s);
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_profiles->profiles().first().name, u"Production"_s);
    QCOMPARE(vault(SecretStorage::Keychain).secrets.size(), 2);
}

QTEST_MAIN(TestSettingsSecrets)
#include "tst_settingssecrets.moc"
