// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/boundsecret.h"
#include "tests/ui/support/settingsfixture.h"

#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "ui/accessibility/announcer.h"
#include "ui/settings/importdialog.h"

#include <QAccessible>
#include <QFile>
#include <QListView>
#include <QPointer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

Secret secretOf(const QString &text)
{
    return Secret::fromString(text);
}

/// As it is kept for a profile.
Secret keptFor(const Profile &profile, const QString &text)
{
    return boundTo(profile.baseUrl, secretOf(text));
}

const QString clientId = u"mdb_sa_id_65c0ffee65c0ffee65c0ffee"_s;
} // namespace

class TestSettingsDialog : public QObject, protected SettingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void bearsTheNamesThatOthersRelyOn();
    void saysWhatIsWrongBelowTheField_data();
    void saysWhatIsWrongBelowTheField();
    void tellsWhereErrorsAre();
    void saysWhatIsInTheWayOfOk();
    void newProfileMayBeLeftAlone();
    void okWritesEverything();
    void cancelWritesNothing();
    void showsWhereALookAlikeGoes();
    void importsProfiles();
    void saysThatThereIsNothingToImport();
    void testsTheConnection_data();
    void testsTheConnection();
    void testUsesTheSavedSecret();
    void environmentIsReadOnly();
};

void TestSettingsDialog::bearsTheNamesThatOthersRelyOn()
{
    open();
    QCOMPARE(m_dialog->windowTitle(), u"Settings"_s);
    for (const QString &name : {u"Profiles"_s,
                                u"Add profile"_s,
                                u"Remove profile"_s,
                                u"Import from Atlas CLI"_s,
                                u"Profile name"_s,
                                u"Authentication"_s,
                                u"Client ID"_s,
                                u"Client secret"_s,
                                u"Public key"_s,
                                u"Private key"_s,
                                u"Base URL"_s,
                                u"Default project"_s,
                                u"CA certificates"_s,
                                u"Test connection"_s,
                                u"Secret storage choice"_s,
                                u"Items per page"_s,
                                u"Ask for the total count"_s,
                                u"Envelope"_s,
                                u"Pretty-print"_s,
                                u"Load regions in the background"_s,
                                u"Fetch the next page in advance"_s,
                                u"API version"_s,
                                u"Timeout"_s,
                                u"Language"_s,
                                u"Theme"_s,
                                u"OK"_s,
                                u"Cancel"_s})
        QVERIFY2(part<QWidget>(name), qPrintable(name));
    for (const QString &name : {u"Connection test result"_s, u"Secret storage"_s}) {
        QVERIFY2(label(name), qPrintable(name));
        QVERIFY2(label(name)->accessibleName().isEmpty(), qPrintable(name));
    }
    QCOMPARE(part<QComboBox>(u"Authentication"_s)->itemText(0), u"Service account"_s);
    QCOMPARE(part<QComboBox>(u"Authentication"_s)->itemText(1), u"API key"_s);
    for (const QLabel *shown : m_dialog->findChildren<QLabel *>())
        QVERIFY(shown->text().isEmpty() || shown->textFormat() == Qt::PlainText);
}

void TestSettingsDialog::saysWhatIsWrongBelowTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isError");
    QTest::newRow("project") << u"Default project"_s << u"5f00000000000000000000xx"_s
                             << u"A project ID is 24 hexadecimal digits (0–9, a–f)."_s << true;
    QTest::newRow("no client ID") << u"Client ID"_s << QString() << u"Enter the client ID."_s
                                  << true;
    QTest::newRow("odd client ID")
        << u"Client ID"_s << u"mine"_s << u"Client IDs usually start"_s << false;
    QTest::newRow("name taken") << u"Profile name"_s << u"staging"_s
                                << u"Another profile has this name."_s << true;
    QTest::newRow("base URL") << u"Base URL"_s << u"http://example.com"_s << u"Use https://."_s
                              << true;
    QTest::newRow("CA file") << u"CA certificates"_s << u"/nonexistent/ca.pem"_s
                             << u"The file cannot be read"_s << true;
    QTest::newRow("API version") << u"API version"_s << u"yesterday"_s << u"Enter a date"_s << true;
}

void TestSettingsDialog::saysWhatIsWrongBelowTheField()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, message);
    QFETCH(const bool, isError);
    open();
    auto *ok = part<QPushButton>(u"OK"_s);
    QVERIFY(ok->isEnabled());
    type(field, text);
    auto *input = part<QWidget>(field);
    QTRY_VERIFY2(
        input->accessibleDescription().startsWith(isError ? u"Error: "_s + message : message),
        qPrintable(input->accessibleDescription()));
    QCOMPARE(ok->isEnabled(), !isError);
    QCOMPARE(label(u"Settings status"_s)->text().contains(message), isError);
}

/// What a red mark shows is said, too.
void TestSettingsDialog::tellsWhereErrorsAre()
{
    const auto said = [this](const QString &list, int row) {
        const auto *view = QAccessible::queryAccessibleInterface(part<QListView>(list));
        return view->child(row)->text(QAccessible::Description);
    };
    open();
    QCOMPARE(said(u"Categories"_s, 0), QString());
    QCOMPARE(said(u"Profiles"_s, 0), u"Production"_s);
    type(u"Client ID"_s, QString());
    QTRY_COMPARE(said(u"Profiles"_s, 0), u"Production, Contains an error"_s);
    QCOMPARE(said(u"Profiles"_s, 1), QString());
    QCOMPARE(said(u"Categories"_s, 0), u"Contains an error"_s);
    QCOMPARE(said(u"Categories"_s, 1), QString());
    type(u"API version"_s, u"yesterday"_s);
    QTRY_COMPARE(said(u"Categories"_s, 1), u"Contains an error"_s);
    type(u"Client ID"_s, clientId);
    QTRY_COMPARE(said(u"Categories"_s, 0), QString());
}

/// Once nothing is edited any more, and not with each letter of a name.
void TestSettingsDialog::saysWhatIsInTheWayOfOk()
{
    open();
    const auto isSaying = [this](const QString &text) {
        return ui::Announcer::of(m_dialog.get())->text().contains(text);
    };
    type(u"Client ID"_s, QString());
    QVERIFY(!part<QPushButton>(u"OK"_s)->isEnabled());
    QTRY_VERIFY(isSaying(u"“Production”: Enter the client ID."_s));
    ui::Announcer::of(m_dialog.get())->clear();
    type(u"Profile name"_s, u"Live"_s);
    QTRY_COMPARE(label(u"Settings status"_s)->text(), u"“Live”: Enter the client ID."_s);
    QVERIFY(!QTest::qWaitFor([&] { return isSaying(u"“Live”: Enter"_s); }, 2'000));
    type(u"Default project"_s, u"none"_s);
    type(u"Client ID"_s, clientId);
    QTRY_VERIFY(isSaying(u"“Live”: A project ID is"_s));
}

void TestSettingsDialog::newProfileMayBeLeftAlone()
{
    open();
    m_dialog->showSignIn();
    QCOMPARE(part<QLineEdit>(u"Profile name"_s)->text(), QString());
    QVERIFY(part<QPushButton>(u"OK"_s)->isEnabled());
    type(u"Profile name"_s, u"Third"_s);
    QVERIFY(!part<QPushButton>(u"OK"_s)->isEnabled());
    QCOMPARE(label(u"Settings status"_s)->text(), u"“Third”: Enter the client ID."_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(m_dialog->focusWidget(), part<QLineEdit>(u"Client ID"_s));
    type(u"Profile name"_s, QString());
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_profiles->profiles().size(), 2);
}

void TestSettingsDialog::okWritesEverything()
{
    open();
    press(u"Add profile"_s);
    type(u"Profile name"_s, u"Third"_s);
    type(u"Client ID"_s, clientId);
    type(u"Client secret"_s, u" typed "_s);
    type(u"Default project"_s, u"5f0000000000000000000001"_s);
    part<QSpinBox>(u"Items per page"_s)->setValue(500);
    part<QCheckBox>(u"Envelope"_s)->setChecked(true);
    QVERIFY(part<QCheckBox>(u"Fetch the next page in advance"_s)->isChecked());
    part<QCheckBox>(u"Fetch the next page in advance"_s)->setChecked(false);
    type(u"API version"_s, u"2023-01-01"_s);
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(!m_dialog->isVisible());

    const auto third = savedProfile(u"Third"_s);
    QVERIFY(third);
    QCOMPARE(third->defaultProject->toHex(), u"5f0000000000000000000001"_s);
    QVERIFY(vault(SecretStorage::Keychain).secrets.value(third->id) == keptFor(*third, u"typed"_s));
    const PreferenceValues values = savedValues();
    QCOMPARE(values.itemsPerPage.value(), 500);
    QVERIFY(values.envelope);
    QVERIFY(!values.fetchAhead);
    QCOMPARE(values.apiVersion.toString(), u"2023-01-01"_s);
}

void TestSettingsDialog::cancelWritesNothing()
{
    open();
    type(u"Profile name"_s, u"Renamed"_s);
    type(u"Client secret"_s, u"typed"_s);
    selectProfile(1);
    press(u"Remove profile"_s);
    press(u"Cancel"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_saved->size(), 0);
    QVERIFY(!m_file->hasChanges());
    QVERIFY(savedProfile(u"Production"_s) && savedProfile(u"Staging"_s));
    QVERIFY(vault(SecretStorage::Keychain).secrets.value(m_production.id)
            == keptFor(m_production, u"Production"_s));
    QVERIFY(vault(SecretStorage::Keychain).secrets.contains(m_staging.id));
}

void TestSettingsDialog::showsWhereALookAlikeGoes()
{
    const QString lookAlike = u"https://cloud.m\u043Engodb.com"_s;
    const QString sent = u"https://cloud.xn--mngodb-wqf.com"_s;
    QFile toml(m_folder->filePath(u"config.toml"_s));
    QVERIFY(toml.open(QIODevice::WriteOnly));
    toml.write("[other]\npublic_api_key = 'ijklmnop'\n"
               "private_api_key = '0b6c1f3e-5a47-4d92-8e1b-7c2f9a3d6e50'\n"
               "ops_manager_url = '"
               + lookAlike.toUtf8() + "'\n");
    toml.close();
    open();
    // Keys cannot be pressed for letters beyond Latin ones.
    part<QComboBox>(u"Base URL"_s)->setEditText(lookAlike);
    QTRY_COMPARE(part<QWidget>(u"Base URL"_s)->accessibleDescription(),
                 QString(u"Requests are sent to "_s + sent + u'.'));
    type(u"Base URL"_s, sent.toUpper());
    QTRY_COMPARE(part<QWidget>(u"Base URL"_s)->accessibleDescription(), QString());
    press(u"Import from Atlas CLI"_s);
    const auto *row = m_dialog->findChild<ui::ImportRow *>();
    QVERIFY(row);
    QStringList lines;
    for (const QLabel *line : row->findChildren<QLabel *>())
        lines.append(line->text());
    QVERIFY2(lines.join(u'\n').contains(u" · cloud.xn--mngodb-wqf.com · "),
             qPrintable(lines.join(u'\n')));
}

void TestSettingsDialog::importsProfiles()
{
    QFile toml(m_folder->filePath(u"config.toml"_s));
    QVERIFY(toml.open(QIODevice::WriteOnly));
    toml.write("[Production]\n"
               "public_api_key = 'ijklmnop'\n"
               "private_api_key = '0b6c1f3e-5a47-4d92-8e1b-7c2f9a3d6e50'\n"
               "[gov]\n"
               "client_id = 'mdb_sa_id_65f1c0de65f1c0de65f1c0de'\n"
               "client_secret = 'mdb_sa_sk_gov'\n"
               "service = 'cloudgov'\n");
    toml.close();
    open();
    press(u"Import from Atlas CLI"_s);
    const QPointer import = m_dialog->findChild<ui::ImportDialog *>();
    QVERIFY(import && import->isVisible());
    QCOMPARE(import->windowTitle(), u"Import from Atlas CLI"_s);
    QCOMPARE(import->findChildren<ui::ImportRow *>().size(), 2);
    for (QPushButton *button : import->findChildren<QPushButton *>()) {
        if (button->accessibleName() == "Import"_L1)
            button->click();
    }
    QTRY_VERIFY(!import);
    QVERIFY(!savedProfile(u"gov"_s));
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    const auto production = savedProfile(u"Production 2"_s);
    const auto government = savedProfile(u"gov"_s);
    QVERIFY(production && government);
    QVERIFY(government->baseUrl.isGovernment());
    QVERIFY(vault(SecretStorage::Keychain).secrets.value(government->id)
            == keptFor(*government, u"mdb_sa_sk_gov"_s));
    QVERIFY(vault(SecretStorage::Keychain).secrets.contains(production->id));
}

void TestSettingsDialog::saysThatThereIsNothingToImport()
{
    open();
    press(u"Import from Atlas CLI"_s);
    QVERIFY(label(u"Import message"_s)->text().contains(u"does not exist"_s));
}

void TestSettingsDialog::testsTheConnection_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<int>("slowCounts");
    const QString key = atlassim::sample::PrivateKey;
    const QString left = u" of 1,200 requests left in the rate limit."_s;
    QTest::newRow("good key") << key << QStringList{u"Signed in. "_s, u" project(s)."_s, left} << 0;
    QTest::newRow("wrong key") << u"c4d1e7a2-0000-4f06-a5de-18f7b0629c3d"_s
                               << QStringList{u"401"_s, u"Check the profile in Settings"_s} << 0;
    QTest::newRow("too many to count") << key << QStringList{u"Signed in. 1,"_s, left} << 1;
    QTest::newRow("too slow in any case")
        << key << QStringList{u"TIMEOUT_WHILE_PAGING"_s, u"try again later"_s} << 2;
}

void TestSettingsDialog::testsTheConnection()
{
    QFETCH(const QString, secret);
    QFETCH(const QStringList, expected);
    QFETCH(const int, slowCounts);
    atlassim::Simulator simulator(atlassim::sample::world());
    QVERIFY(simulator.listen());
    atlassim::Fault slow =
        atlassim::Fault::atlasError(500, u"TIMEOUT_WHILE_PAGING"_s, u"Internal Server Error"_s, {});
    slow.times = slowCounts;
    if (slowCounts > 0)
        simulator.addFault(slow);
    open();
    selectProfile(1);
    type(u"Base URL"_s, simulator.baseUrl().toString());
    type(u"Public key"_s, atlassim::sample::PublicKey);
    type(u"Private key"_s, secret);
    press(u"Test connection"_s);
    QLabel *result = label(u"Connection test result"_s);
    QCOMPARE(result->text(), u"Testing…"_s);
    QTRY_VERIFY(result->text() != u"Testing…"_s);
    for (const QString &text : expected)
        QVERIFY2(result->text().contains(text), qPrintable(result->text()));
    QVERIFY(part<QPushButton>(u"Test connection"_s));
    type(u"Private key"_s, u"other"_s);
    QCOMPARE(result->text(), QString());
}

void TestSettingsDialog::testUsesTheSavedSecret()
{
    atlassim::Simulator simulator(atlassim::sample::world());
    QVERIFY(simulator.listen());
    Vault &keychain = vault(SecretStorage::Keychain);
    m_staging.baseUrl = BaseUrl::parse(simulator.baseUrl().toString()).value();
    m_profiles->update(m_staging);
    keychain.secrets.insert(m_staging.id, keptFor(m_staging, atlassim::sample::PrivateKey));
    open();
    selectProfile(1);
    type(u"Public key"_s, atlassim::sample::PublicKey);
    press(u"Test connection"_s);
    QTRY_VERIFY(label(u"Connection test result"_s)->text().startsWith(u"Signed in."_s));
    QCOMPARE(keychain.readCount, 1);
    keychain.secrets.remove(m_staging.id);
    press(u"Test connection"_s);
    QTRY_COMPARE(label(u"Connection test result"_s)->text(), u"none"_s);
    QCOMPARE(part<QLineEdit>(u"Private key"_s)->placeholderText(), u"Not saved. Enter it here."_s);
}

void TestSettingsDialog::environmentIsReadOnly()
{
    EnvironmentAccount account;
    account.profile = makeProfile(environmentProfileName(), Authentication::ApiKey, u"envkey"_s);
    account.profile.fromEnvironment = true;
    account.credential = {Authentication::ApiKey, u"envkey"_s, secretOf(u"from outside"_s)};
    m_environment = account;
    open();
    selectProfile(2);
    QCOMPARE(part<QListView>(u"Profiles"_s)->currentIndex().data().toString(),
             u"Environment (this session)"_s);
    QVERIFY(part<QLineEdit>(u"Profile name"_s)->isReadOnly());
    QVERIFY(part<QLineEdit>(u"Public key"_s)->isReadOnly());
    QVERIFY(part<QLineEdit>(u"Private key"_s)->isReadOnly());
    QVERIFY(part<QLineEdit>(u"Default project"_s)->isReadOnly());
    QVERIFY(part<QLineEdit>(u"Private key"_s)->text().isEmpty());
    QVERIFY(!part<QPushButton>(u"Remove profile"_s)->isEnabled());
    press(u"OK"_s);
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_profiles->profiles().size(), 2);
    QVERIFY(!vault(SecretStorage::Keychain).secrets.contains(account.profile.id));
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
