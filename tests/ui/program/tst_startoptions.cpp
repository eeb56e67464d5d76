// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/systemproxies.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/recordingserver.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/everythingshown.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/settingsdialog.h"

#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QScopeGuard>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::click;
using testsupport::findByName;

/// What a run was started with, and what becomes of it when the user chooses otherwise.
class StartOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void laterChoicesCountMore();
    void settingsThatStayKeepWhatTheRunHas();
    void goesToAnotherProfileWhenItsOwnIsRemoved();
    void saysWhatTheEnvironmentHolds();
    void testsTheEnvironmentWhereItIsSent();
    void goesWhereAnImportedProfileBelongs();
    void showsNoHostAsAnother();

private:
    void start();
    QDialog *settings() const { return m_fixture->window()->findChild<ui::SettingsDialog *>(); }
    void openSettings();
    void showPage(int row);
    void accept();
    void save(const QStringList &profiles);

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void StartOptionsTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void StartOptionsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void StartOptionsTest::start()
{
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(m_fixture->window()));
}

void StartOptionsTest::openSettings()
{
    Q_EMIT m_fixture->window()->settingsRequested();
    QTRY_VERIFY(settings() && settings()->isVisible());
}

void StartOptionsTest::showPage(int row)
{
    findByName<QListWidget>(settings(), u"Categories"_s)->setCurrentRow(row);
}

void StartOptionsTest::accept()
{
    QVERIFY(click(settings(), u"OK"_s));
    QTRY_VERIFY(!settings() || !settings()->isVisible());
}

void StartOptionsTest::save(const QStringList &names)
{
    accounts::SettingsFile file(m_fixture->settingsPath());
    accounts::ProfileStore profiles(file);
    for (const QString &name : names) {
        accounts::Profile profile;
        profile.id = accounts::ProfileId::create();
        profile.name = name;
        profile.identity = QString(atlassim::sample::ClientId);
        profile.baseUrl = *accounts::BaseUrl::parse(m_simulator->baseUrl().toString());
        profiles.add(profile);
    }
    QVERIFY(profiles.save());
}

void StartOptionsTest::laterChoicesCountMore()
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    m_fixture->commandLine().itemsPerPage = atlas::ItemsPerPage::from(50);
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QCOMPARE(m_fixture->session().pager().options().itemsPerPage.value(), 50);
    openSettings();
    showPage(1);
    findByName<QSpinBox>(settings(), u"Items per page"_s)->setValue(200);
    showPage(2);
    findByName<QComboBox>(settings(), u"Language"_s)->setCurrentText(u"한국어"_s);
    accept();
    QTRY_COMPARE(m_fixture->session().pager().options().itemsPerPage.value(), 200);
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"새로 고침"_s));
}

void StartOptionsTest::settingsThatStayKeepWhatTheRunHas()
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    m_fixture->commandLine().itemsPerPage = atlas::ItemsPerPage::from(50);
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    openSettings();
    showPage(2);
    findByName<QComboBox>(settings(), u"Theme"_s)->setCurrentText(u"Dark"_s);
    accept();
    QCOMPARE(m_fixture->session().pager().options().itemsPerPage.value(), 50);
}

void StartOptionsTest::goesToAnotherProfileWhenItsOwnIsRemoved()
{
    save({u"one"_s, u"two"_s});
    m_fixture->commandLine().profile = u"one"_s;
    start();
    QTRY_VERIFY(findByName<QWidget>(m_fixture->window(), u"Enter the secret"_s));
    openSettings();
    QVERIFY(click(settings(), u"Remove profile"_s));
    accept();
    QTRY_VERIFY(findByName<QComboBox>(m_fixture->window(), u"Profile"_s));
    QTRY_COMPARE(findByName<QComboBox>(m_fixture->window(), u"Profile"_s)->currentText(), u"two"_s);
    QVERIFY(!findByName<QWidget>(m_fixture->window(), u"Add a profile"_s));
}

void StartOptionsTest::saysWhatTheEnvironmentHolds()
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    m_fixture->setNotes({u"Not used: A."_s, u"Not used: B."_s});
    start();
    const auto shows = [this](const QString &text) {
        const auto labels = m_fixture->window()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    QTRY_VERIFY(shows(u"Not used: A. Not used: B."_s));
    QVERIFY(shows(u"Environment variables"_s));
}

/// The settings show, and test, the address that the command line gave.
void StartOptionsTest::testsTheEnvironmentWhereItIsSent()
{
    testsupport::RecordingServer elsewhere(
        [](const QByteArray &) { return testsupport::httpAnswer(404); });
    m_fixture->useEnvironment(elsewhere.baseUrl(), testsupport::apiKey());
    m_fixture->commandLine().baseUrl =
        accounts::BaseUrl::parse(m_simulator->baseUrl().toString()).value();
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().projects().rowCount() > 0);
    m_simulator->clearSeenRequests();
    openSettings();
    QTRY_VERIFY(findByName<QWidget>(settings(), u"Test connection"_s));
    QVERIFY(click(settings(), u"Test connection"_s));
    QTRY_VERIFY(!m_simulator->seenRequests().isEmpty());
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void StartOptionsTest::goesWhereAnImportedProfileBelongs()
{
    testsupport::RecordingServer proxy(
        [](const QByteArray &) { return testsupport::httpAnswer(403); });
    QProcessEnvironment environment;
    environment.insert(u"https_proxy"_s, proxy.baseUrl().toString());
    net::SystemProxies::useForAll(*net::readProxyVariables(environment));
    const auto restore =
        qScopeGuard([] { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); });

    QFile toml(m_fixture->atlasCliConfigPath());
    QVERIFY(toml.open(QIODevice::WriteOnly));
    toml.write("Service = 'cloudgov'\n[gov]\n"
               "client_id = 'mdb_sa_id_0123456789abcdef01234567'\nclient_secret = 'secret'\n");
    toml.close();
    start();
    QTRY_VERIFY(settings());
    QVERIFY(click(settings(), u"Import from Atlas CLI"_s));
    QTRY_VERIFY(settings()->findChild<ui::ImportDialog *>());
    QVERIFY(click(settings()->findChild<ui::ImportDialog *>(), u"Import"_s));
    accept();
    QTRY_VERIFY(!proxy.requests().isEmpty());
    for (const QByteArray &request : proxy.requests())
        QVERIFY2(request.startsWith("CONNECT cloud.mongodbgov.com:443 "), request.constData());
}

/// A Cyrillic letter in place of a Latin one.
void StartOptionsTest::showsNoHostAsAnother()
{
    testsupport::RecordingServer proxy(
        [](const QByteArray &) { return testsupport::httpAnswer(502); });
    QProcessEnvironment environment;
    environment.insert(u"https_proxy"_s, proxy.baseUrl().toString());
    net::SystemProxies::useForAll(*net::readProxyVariables(environment));
    const auto restore =
        qScopeGuard([] { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); });

    m_fixture->useEnvironment(QUrl(u"https://cloud.m\u043Engodb.com"_s), testsupport::apiKey());
    start();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(m_fixture->session().problemLog().rowCount() > 0);
    QVERIFY(m_fixture->session().exchangeLog().rowCount() > 0);
    openSettings();
    const QByteArray all =
        testsupport::everythingShown() + m_fixture->session().problemLog().report().toUtf8();
    QVERIFY(all.contains(" · cloud.xn--mngodb-wqf.com\n"));
    QVERIFY(all.contains("https://cloud.xn--mngodb-wqf.com/api/"));
    const QByteArray lookAlike = QString(QChar(0x043E)).toUtf8();
    const qsizetype found = all.indexOf(lookAlike);
    QVERIFY2(found < 0, all.sliced(qMax(found - 100, 0), 100).constData());
}

QTEST_MAIN(StartOptionsTest)
#include "tst_startoptions.moc"
