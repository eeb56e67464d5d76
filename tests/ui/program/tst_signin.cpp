// SPDX-License-Identifier: Apache-2.0
#include "base/files/fileprivacy.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::click;
using testsupport::findByName;

/// From the first run to a table of buckets, through the settings dialog.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsNothingOnTheFirstRun();
    void signsInWithAServiceAccount();
    void signsInWithAnApiKey();
    void passesOptionsDownToTheQuery_data();
    void passesOptionsDownToTheQuery();
    void fetchesAheadUntilTurnedOff();
    void remembersWhereWeWere();
    void takesANewSecretAtOnce();
    void speaksKoreanAtOnce();
    void forgetsARemovedProfile();
    void tellsOfADamagedSettingsFile();
    void tellsOfSettingsThatOthersCanChange_data();
    void tellsOfSettingsThatOthersCanChange();
    void keepsASavedSecretToItsAddress();

private:
    void start();
    QDialog *settings() const { return m_fixture->window()->findChild<ui::SettingsDialog *>(); }
    void type(const QString &field, const QString &text);
    void fillInServiceAccount();
    void accept();
    void signIn();
    void openSettings();
    void showPage(int row);
    atlassim::SeenRequest lastList() const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void SignInTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void SignInTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void SignInTest::start()
{
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
}

void SignInTest::type(const QString &field, const QString &text)
{
    QVERIFY2(testsupport::typeInto(settings(), field, text), qPrintable(field));
}

void SignInTest::fillInServiceAccount()
{
    type(u"Profile name"_s, u"Staging"_s);
    type(u"Client ID"_s, QString(atlassim::sample::ClientId));
    type(u"Client secret"_s, QString(atlassim::sample::ClientSecret));
    type(u"Base URL"_s, m_simulator->baseUrl().toString());
}

void SignInTest::accept()
{
    QVERIFY(click(settings(), u"OK"_s));
    QTRY_VERIFY(!settings() || !settings()->isVisible());
}

void SignInTest::signIn()
{
    start();
    QTRY_VERIFY(settings());
    fillInServiceAccount();
    accept();
    QTRY_VERIFY(m_fixture->hasSession());
    Session &session = m_fixture->session();
    QTRY_VERIFY(session.pager().isShowing() && !session.isBusy());
}

void SignInTest::openSettings()
{
    QTRY_VERIFY(!settings());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    QTest::keyClick(m_fixture->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(settings());
}

void SignInTest::showPage(int row)
{
    findByName<QListWidget>(settings(), u"Categories"_s)->setCurrentRow(row);
}

atlassim::SeenRequest SignInTest::lastList() const
{
    atlassim::SeenRequest last;
    const auto seen = m_simulator->seenRequests();
    for (const auto &request : seen) {
        if (request.path.endsWith(u"exportBuckets"))
            last = request;
    }
    return last;
}

void SignInTest::sendsNothingOnTheFirstRun()
{
    start();
    QTRY_VERIFY(settings() && settings()->isVisible());
    QCOMPARE(settings()->windowTitle(), u"Settings"_s);
    QVERIFY(findByName<QLineEdit>(settings(), u"Client secret"_s));
    QVERIFY(!m_fixture->hasSession());
    QVERIFY(m_simulator->seenRequests().isEmpty());
    QTest::keyClick(settings(), Qt::Key_Escape);
    QTRY_VERIFY(!settings());
    QVERIFY(click(m_fixture->window(), u"Add a profile"_s));
    QTRY_VERIFY(settings());
}

void SignInTest::signsInWithAServiceAccount()
{
    signIn();
    QCOMPARE(m_fixture->window()->windowTitle(), u"analytics-eu – Bucketscope"_s);
    QFile file(m_fixture->settingsPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("Staging"));
    QVERIFY(!saved.contains("mdb_sa_sk"));
}

void SignInTest::signsInWithAnApiKey()
{
    start();
    QTRY_VERIFY(settings());
    type(u"Profile name"_s, u"Legacy key"_s);
    findByName<QComboBox>(settings(), u"Authentication"_s)->setCurrentText(u"API key"_s);
    type(u"Public key"_s, QString(atlassim::sample::PublicKey));
    type(u"Private key"_s, QString(atlassim::sample::PrivateKey));
    type(u"Base URL"_s, m_simulator->baseUrl().toString());
    type(u"Default project"_s, QString(atlassim::sample::PaymentsProd));
    accept();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_COMPARE(m_fixture->session().buckets().rowCount(), 31);
}

void SignInTest::passesOptionsDownToTheQuery_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("envelope") << u"Envelope"_s << u"envelope"_s << u"false"_s << u"true"_s;
    QTest::newRow("pretty") << u"Pretty-print"_s << u"pretty"_s << u"false"_s << u"true"_s;
    QTest::newRow("count") << u"Ask for the total count"_s << u"includeCount"_s << u"true"_s
                           << u"false"_s;
    QTest::newRow("items") << u"Items per page"_s << u"itemsPerPage"_s << u"100"_s << u"7"_s;
    QTest::newRow("version") << u"API version"_s << QString()
                             << u"application/vnd.atlas.2025-02-19+json"_s
                             << u"application/vnd.atlas.2024-05-30+json"_s;
}

void SignInTest::passesOptionsDownToTheQuery()
{
    QFETCH(const QString, option);
    QFETCH(const QString, item);
    signIn();
    const auto said = [this, &item] {
        const auto request = lastList();
        return item.isEmpty() ? QString::fromLatin1(request.accept) : request.queryItem(item);
    };
    QTEST(said(), "before");
    openSettings();
    showPage(1);
    auto *widget = findByName<QWidget>(settings(), option);
    QVERIFY(widget);
    if (auto *box = qobject_cast<QCheckBox *>(widget)) {
        QTest::keyClick(box, Qt::Key_Space);
    } else if (auto *number = qobject_cast<QSpinBox *>(widget)) {
        number->selectAll();
        QTest::keyClicks(number, u"7"_s);
    } else {
        type(option, u"2024-05-30"_s);
    }
    accept();
    QTRY_COMPARE(said(),
                 QString(*static_cast<QString *>(QTest::qData("after", QMetaType::QString))));
    QTRY_COMPARE(m_fixture->session().pager().state(), buckets::BucketPager::State::Ready);
    QVERIFY(m_fixture->session().buckets().rowCount() > 0);
}

void SignInTest::fetchesAheadUntilTurnedOff()
{
    signIn();
    QVERIFY(m_fixture->session().pager().ahead().isEnabled());
    openSettings();
    showPage(1);
    QTest::keyClick(findByName<QWidget>(settings(), u"Fetch the next page in advance"_s),
                    Qt::Key_Space);
    accept();
    QTRY_VERIFY(!m_fixture->session().pager().ahead().isEnabled());
    // So it is from the next start on.
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QVERIFY(!m_fixture->session().pager().ahead().isEnabled());
}

void SignInTest::remembersWhereWeWere()
{
    signIn();
    const auto sandbox = *atlas::ProjectId::fromHex(QString(atlassim::sample::Sandbox));
    m_fixture->window()->openProject(sandbox);
    m_fixture->window()->resize(1111, 777);
    m_fixture->window()->close();
    accounts::SettingsFile file(m_fixture->settingsPath());
    const accounts::Preferences preferences(file);
    const accounts::ProfileStore profiles(file);
    QCOMPARE(profiles.profiles().size(), 1);
    QCOMPARE(preferences.lastProfile(), profiles.profiles()[0].id);
    QCOMPARE(preferences.lastProject(profiles.profiles()[0].id), sandbox);

    // The secrets of this test are in memory only: the next start says so and asks for it.
    start();
    QCOMPARE(m_fixture->window()->size(), QSize(1111, 777));
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Enter the secret"_s));
    QVERIFY(!m_fixture->hasSession());
}

void SignInTest::takesANewSecretAtOnce()
{
    signIn();
    m_simulator->world().serviceAccounts[0].clientSecret = u"mdb_sa_sk_rotated"_s;
    m_simulator->clearSeenRequests();
    openSettings();
    type(u"Client secret"_s, u"mdb_sa_sk_rotated"_s);
    const Session *old = m_fixture->program().session();
    accept();
    QTRY_VERIFY(m_fixture->hasSession() && m_fixture->program().session() != old);
    QTRY_COMPARE(m_fixture->session().buckets().rowCount(), 11);
}

void SignInTest::speaksKoreanAtOnce()
{
    m_fixture->commandLine().language.reset();
    start();
    QTRY_VERIFY(settings());
    fillInServiceAccount();
    showPage(2);
    findByName<QComboBox>(settings(), u"Language"_s)->setCurrentText(u"한국어"_s);
    accept();
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"새로 고침"_s));
    QTRY_VERIFY(m_fixture->hasSession());
}

void SignInTest::forgetsARemovedProfile()
{
    signIn();
    openSettings();
    QVERIFY(click(settings(), u"Remove profile"_s));
    accept();
    QTRY_VERIFY(!m_fixture->hasSession());
    accounts::SettingsFile file(m_fixture->settingsPath());
    QVERIFY(accounts::ProfileStore(file).profiles().isEmpty());
    QTRY_COMPARE(m_simulator->liveTokenCount(), 0);
}

void SignInTest::tellsOfADamagedSettingsFile()
{
    signIn();
    m_fixture->window()->close();
    m_fixture->stop();
    QFile file(m_fixture->settingsPath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() * 2 / 3));
    file.close();
    start();
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Close"_s));
}

void SignInTest::tellsOfSettingsThatOthersCanChange_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("file") << false;
    QTest::newRow("folder") << true;
}

void SignInTest::tellsOfSettingsThatOthersCanChange()
{
    if (!base::filesCanBePrivate())
        QSKIP("This system does not tell who may change a file by modes.");
    QFETCH(const bool, isFolder);
    const auto tells = [this] {
        const auto labels = m_fixture->window()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible()
                && label->text() == u"Other users of this computer can change your settings.";
        });
    };
    signIn();
    QVERIFY(!tells());
    m_fixture->window()->close();
    m_fixture->stop();
    const QString settingsPath = m_fixture->settingsPath();
    const QString path = isFolder ? QFileInfo(settingsPath).path() : settingsPath;
    const auto ofOwner = QFile::permissions(path);
    QVERIFY(QFile::setPermissions(path, ofOwner | QFile::WriteGroup | QFile::WriteOther));
    start();
    QTRY_VERIFY(tells());
    QVERIFY(QFile::setPermissions(path, ofOwner));
}

void SignInTest::keepsASavedSecretToItsAddress()
{
    Simulator other(atlassim::sample::world());
    QVERIFY(other.listen());
    signIn();
    // The next start opens the saved profile: at its own address, or not at all.
    m_fixture->commandLine().baseUrl = accounts::BaseUrl::parse(other.baseUrl().toString()).value();
    m_fixture->window()->close();
    QVERIFY(!m_fixture->start());
    m_fixture->commandLine().baseUrl =
        accounts::BaseUrl::parse(m_simulator->baseUrl().toString()).value();
    start();

    // Credentials of the environment go where the command line says; a saved profile that is
    // chosen then does not.
    const QUrl nowhere(u"http://127.0.0.1:1"_s);
    m_fixture->useEnvironment(nowhere, testsupport::apiKey());
    m_fixture->commandLine().baseUrl = accounts::BaseUrl::parse(other.baseUrl().toString()).value();
    m_simulator->clearSeenRequests();
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().projects().rowCount() > 0);
    QVERIFY(m_simulator->seenRequests().isEmpty());
    other.clearSeenRequests();
    accounts::SettingsFile file(m_fixture->settingsPath());
    const accounts::Profile saved = accounts::ProfileStore(file).profiles().constFirst();
    Q_EMIT m_fixture->window()->profileChosen(saved.id);
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Enter the secret"_s));
    QVERIFY(click(m_fixture->window(), u"Enter the secret"_s));
    QTRY_VERIFY(settings());
    type(u"Client secret"_s, QString(atlassim::sample::ClientSecret));
    accept();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().pager().isShowing() && !m_fixture->session().isBusy());
    QVERIFY(!m_simulator->seenRequests().isEmpty());
    for (const auto &request : other.seenRequests())
        QVERIFY(request.scheme != atlassim::AuthScheme::Basic);
}

QTEST_MAIN(SignInTest)
#include "tst_signin.moc"
