// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/memorysecretstore.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/secrettraces.h"
#include "tests/support/tap.h"
#include "tests/ui/support/everythingshown.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/settingsdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using accounts::SecretStorage;
using atlassim::Fault;
using testsupport::click;
using testsupport::findByName;
using testsupport::SecretTraces;

namespace {

constexpr const char *PrivateKey = "planted-private-key/5a47+4d92=8e1b:7c2f";
constexpr const char *ClientSecret = "mdb_sa_sk_planted+client/secret:0123%456";
constexpr const char *WrongSecret = "planted-wrong-secret/98+76=54:321x";
/// The simulator's, as Atlas's.
constexpr const char *Realm = "MMS Public API";

/// All that the program logs.
QByteArray &logged()
{
    static QByteArray lines;
    return lines;
}

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged() += message.toUtf8() + '\n';
}

} // namespace

/// Plants secrets, drives the whole program, and searches all that it shows, copies, writes or
/// logs.
class SecretSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatIsPlanted();
    void nothingThatLeavesTheProgramHoldsASecret();
    void cleanupTestCase();

private:
    void signInWithServiceAccount();
    void copyRows();
    void failAndCopyReports();
    void lookAtSettings();
    void signInWithWrongSecret();
    void signInWithApiKey();
    void moveSecretsToFile();
    void startAgain();
    void startFromEnvironment();

    QWidget *window() const { return m_fixture->window(); }
    QDialog *settings() const { return m_fixture->window()->findChild<ui::SettingsDialog *>(); }
    void openSettings();
    void type(const QString &field, const QString &text);
    void accept();
    void waitForPage();
    QList<SecretTraces> secrets() const;
    /// Searches what is shown and copied now, and what is in files.
    void search(const QString &where);
    void searchFiles(const QString &where);
    void check(const QString &where, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<testsupport::Tap> m_tap;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void SecretSearchTest::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    for (const char *variable :
         {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        qputenv(variable, QFile::encodeName(m_home->path()));
    qInstallMessageHandler(keepMessage);

    atlassim::World world = atlassim::sample::world();
    world.apiKeys[0].privateKey = QString::fromLatin1(PrivateKey);
    world.serviceAccounts[0].clientSecret = QString::fromLatin1(ClientSecret);
    m_simulator = std::make_unique<atlassim::Simulator>(world);
    QVERIFY(m_simulator->listen());
    m_tap = std::make_unique<testsupport::Tap>(m_simulator->baseUrl());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    const QString settingsPath = m_fixture->settingsPath();
    m_fixture->useSecretStores(
        [settingsPath](SecretStorage storage) -> std::unique_ptr<accounts::SecretStore> {
            if (storage == SecretStorage::SettingsFile)
                return accounts::makeSecretStore(storage, settingsPath);
            return std::make_unique<accounts::MemorySecretStore>();
        });
}

void SecretSearchTest::cleanupTestCase()
{
    m_fixture.reset();
    m_tap.reset();
    m_simulator.reset();
    qInstallMessageHandler(nullptr);
}

/// With the tokens that went over the wire so far.
QList<SecretTraces> SecretSearchTest::secrets() const
{
    QList<SecretTraces> secrets{
        {u"private key"_s, PrivateKey},
        {u"client secret"_s, ClientSecret},
        {u"wrong secret"_s, WrongSecret},
        {u"Digest password"_s,
         testsupport::digestPassword(QByteArray(atlassim::sample::PublicKey.data()), Realm,
                                     PrivateKey)}};
    static const QRegularExpression token(u"\"access_token\" *: *\"([^\"]+)\""_s);
    auto found = token.globalMatch(QString::fromLatin1(m_tap->answers()));
    while (found.hasNext())
        secrets.append({u"token"_s, found.next().captured(1).toLatin1()});
    return secrets;
}

void SecretSearchTest::check(const QString &where, const QByteArray &bytes)
{
    const QString found = testsupport::findTraces(secrets(), bytes);
    QVERIFY2(found.isEmpty(), qPrintable(where + u": "_s + found));
}

void SecretSearchTest::search(const QString &where)
{
    check(where + u", shown"_s, testsupport::everythingShown());
    check(where + u", copied"_s, QGuiApplication::clipboard()->text().toUtf8());
    check(where + u", logged"_s, logged());
    searchFiles(where);
}

void SecretSearchTest::searchFiles(const QString &where)
{
    const QString secretFile =
        QFileInfo(m_fixture->settingsPath()).dir().filePath(u"secrets.conf"_s);
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        check(where + u", name of a file"_s, file.fileName().toUtf8());
        // The one place that the user has chosen for secrets.
        if (file.fileName() == secretFile) {
            QCOMPARE(file.permissions() & QFile::Permissions(0x0077), QFile::Permissions());
            continue;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        check(where + u", in "_s + file.fileName(), file.readAll());
    }
}

void SecretSearchTest::type(const QString &field, const QString &text)
{
    QVERIFY2(testsupport::typeInto(settings(), field, text), qPrintable(field));
}

void SecretSearchTest::openSettings()
{
    QTRY_VERIFY(!settings());
    m_fixture->window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_fixture->window()));
    QTest::keyClick(m_fixture->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(settings());
}

void SecretSearchTest::accept()
{
    QVERIFY(click(settings(), u"OK"_s));
    search(u"while settings are saved"_s);
    QTRY_VERIFY(!settings() || !settings()->isVisible());
}

void SecretSearchTest::waitForPage()
{
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().pager().isShowing() && !m_fixture->session().isBusy());
}

/// A search that finds nothing shall not be one that cannot find.
void SecretSearchTest::findsWhatIsPlanted()
{
    const auto all = secrets();
    const QByteArray secret(ClientSecret);
    const QList<QByteArray> leaks{secret,
                                  secret.toBase64(),
                                  QByteArray("id:" + secret).toBase64(),
                                  QByteArray("an id:" + secret + " ").toBase64(),
                                  QByteArray("client:" + secret).toBase64(),
                                  secret.toPercentEncoding(),
                                  secret.toHex().toUpper(),
                                  testsupport::digestPassword("readonly", Realm, PrivateKey)};
    for (const QByteArray &leak : leaks)
        QVERIFY2(!testsupport::findTraces(all, "before " + leak + " after").isEmpty(), leak);
    auto label = std::make_unique<QLabel>(u"text"_s);
    label->setToolTip(QString::fromLatin1(ClientSecret));
    QVERIFY(!testsupport::findTraces(all, testsupport::everythingShown()).isEmpty());
    label.reset();
    QVERIFY(testsupport::findTraces(all, testsupport::everythingShown()).isEmpty());
}

void SecretSearchTest::nothingThatLeavesTheProgramHoldsASecret()
{
    for (const auto step :
         {&SecretSearchTest::signInWithServiceAccount, &SecretSearchTest::copyRows,
          &SecretSearchTest::failAndCopyReports, &SecretSearchTest::lookAtSettings,
          &SecretSearchTest::signInWithWrongSecret, &SecretSearchTest::signInWithApiKey,
          &SecretSearchTest::moveSecretsToFile, &SecretSearchTest::startAgain,
          &SecretSearchTest::startFromEnvironment}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    m_fixture->window()->close();
    m_fixture->stop();
    searchFiles(u"at the end"_s);
    QFile commandLine(u"/proc/self/cmdline"_s);
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    check(u"command line"_s, commandLine.readAll());
    check(u"log"_s, logged());
    // All that was searched for has been in use.
    QVERIFY(secrets().size() > 4);
    QVERIFY(m_tap->requests().contains("Digest username=\"readonly\""));
}

void SecretSearchTest::signInWithServiceAccount()
{
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    QTRY_VERIFY(settings());
    type(u"Profile name"_s, u"Planted"_s);
    type(u"Client ID"_s, QString(atlassim::sample::ClientId));
    type(u"Client secret"_s, QString::fromLatin1(ClientSecret));
    type(u"Base URL"_s, m_tap->baseUrl().toString());
    search(u"a typed secret"_s);
    QVERIFY(click(settings(), u"Test connection"_s));
    search(u"while the connection is tested"_s);
    QTRY_VERIFY(m_tap->answers().contains("access_token"));
    QTRY_VERIFY(m_simulator->seenRequests().size() >= 2);
    search(u"a tested connection"_s);
    accept();
    waitForPage();
    search(u"signed in with a service account"_s);
}

void SecretSearchTest::copyRows()
{
    const auto project = *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
    m_fixture->window()->openProject(project);
    QTRY_COMPARE(m_fixture->session().buckets().rowCount(), 31);
    QTableView *table = nullptr;
    for (auto *view : window()->findChildren<QTableView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() == 31)
            table = view;
    }
    QVERIFY(table);
    QTRY_VERIFY(!settings());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    table->setFocus();
    table->selectAll();
    QTest::keyClick(window(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    search(u"rows copied as text"_s);
    QTest::keyClick(window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u'['));
    search(u"rows copied as JSON"_s);
}

void SecretSearchTest::failAndCopyReports()
{
    Fault internal = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Internal"_s, u"detail"_s);
    Fault redirect;
    redirect.pathPrefix = u"/api/atlas/v2"_s;
    redirect.status = 302;
    redirect.headers = {{"Location", "http://127.0.0.1:1/elsewhere"}};
    Fault cut;
    cut.pathPrefix = u"/api/atlas/v2"_s;
    cut.status = 200;
    cut.body = "{\"results\": [";
    Fault refused = Fault::atlasError(401, u"UNEXPECTED_ERROR"_s, u"Unauthorized"_s, u"no"_s);
    refused.times = 4;
    for (Fault fault : {internal, redirect, cut, refused}) {
        // The page's call alone: regions are read beside it.
        fault.queryItem = u"pageNum=1"_s;
        const int before = m_fixture->session().problemLog().rowCount();
        m_simulator->addFault(fault);
        m_fixture->session().pager().refresh();
        QTRY_VERIFY(m_fixture->session().problemLog().rowCount() > before);
        QTRY_VERIFY(!m_fixture->session().isBusy());
        m_simulator->clearFaults();
        QVERIFY(click(window(), u"Copy report"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        search(u"an error %1"_s.arg(fault.status));
    }
    m_fixture->session().pager().refresh();
    waitForPage();
    QVERIFY(m_fixture->session().exchangeLog().rowCount() > 5);
}

void SecretSearchTest::lookAtSettings()
{
    openSettings();
    search(u"settings of a saved profile"_s);
    QTest::keyClick(settings(), Qt::Key_Escape);
    QTRY_VERIFY(!settings());
}

void SecretSearchTest::signInWithWrongSecret()
{
    openSettings();
    type(u"Client secret"_s, QString::fromLatin1(WrongSecret));
    accept();
    QTRY_VERIFY(m_fixture->hasSession() && m_fixture->session().hasFailed());
    QTRY_VERIFY(!m_fixture->session().isBusy());
    QVERIFY(click(window(), u"Copy report"_s));
    search(u"a wrong secret"_s);
}

void SecretSearchTest::signInWithApiKey()
{
    openSettings();
    type(u"Profile name"_s, u"Planted key"_s);
    findByName<QComboBox>(settings(), u"Authentication"_s)->setCurrentText(u"API key"_s);
    type(u"Public key"_s, QString(atlassim::sample::PublicKey));
    type(u"Private key"_s, QString::fromLatin1(PrivateKey));
    search(u"a typed private key"_s);
    accept();
    waitForPage();
    m_fixture->session().pager().refresh();
    waitForPage();
    search(u"signed in with an API key"_s);
}

void SecretSearchTest::moveSecretsToFile()
{
    openSettings();

    auto *storage = findByName<QComboBox>(settings(), u"Secret storage choice"_s);
    QVERIFY(storage);
    storage->setCurrentIndex(2);
    search(u"the warning about a file"_s);
    accept();
    const QString file = QFileInfo(m_fixture->settingsPath()).dir().filePath(u"secrets.conf"_s);
    QTRY_VERIFY(QFileInfo::exists(file));
    search(u"secrets in a file"_s);
}

void SecretSearchTest::startAgain()
{
    window()->close();
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    waitForPage();
    search(u"a second start"_s);
}

void SecretSearchTest::startFromEnvironment()
{
    m_fixture->useEnvironment(m_tap->baseUrl(),
                              {accounts::Authentication::ServiceAccount,
                               QString(atlassim::sample::ClientId),
                               accounts::Secret::fromUtf8(ClientSecret)});
    window()->close();
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().projects().rowCount() > 0);
    openSettings();
    search(u"credentials from the environment"_s);
    QTest::keyClick(settings(), Qt::Key_Escape);
    QTRY_VERIFY(!settings());
}

QTEST_MAIN(SecretSearchTest)
#include "tst_secretsearch.moc"
