// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/signouts.h"
#include "ui/program/programend.h"
#include "ui/settings/settingsdialog.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSessionManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
namespace sample = atlassim::sample;

namespace {

constexpr int Patience = 30'000;

qsizetype callsOf(const atlassim::Simulator &simulator, QLatin1StringView path)
{
    const auto seen = simulator.seenRequests();
    return std::count_if(seen.begin(), seen.end(), [path](const atlassim::SeenRequest &request) {
        return request.path == path && request.status == 200;
    });
}

qsizetype revocations(const atlassim::Simulator &simulator)
{
    return callsOf(simulator, "/api/oauth/revoke"_L1);
}

int savedItemsPerPage(const testsupport::ProgramFixture &fixture)
{
    accounts::SettingsFile file(fixture.settingsPath());
    return accounts::Preferences(file).values().itemsPerPage.value();
}

/// As a session manager does.
void askToCommit()
{
    auto *manager = qApp->findChild<QSessionManager *>();
    QVERIFY(manager);
    Q_EMIT qApp->commitDataRequest(*manager);
}

} // namespace

/// Whatever ends the program, it saves what was chosen and gives its token back.
class ProgramEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void endsByASignal_data();
    void endsByASignal();
    void waitsForATokenThatIsOnItsWay();
    void ignoresWhatItsParentHasIgnored();
    void leavesNoImageOfItsMemory();
    void savesWhileItRuns();
    void signsOutProfilesLeftBefore();
    void signsOutForTheSessionManager();
    void keepsAnApiKeySignedIn();
    void endsOnceOnQuit();
    void waitsForATestOfAConnection_data();
    void waitsForATestOfAConnection();

private:
    void start(QProcess &process, const QString &program, const QStringList &arguments) const;
    bool waitUntilSignedIn() const;

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<QTemporaryDir> m_home;
};

void ProgramEndTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_home = std::make_unique<QTemporaryDir>();
}

void ProgramEndTest::start(QProcess &process, const QString &program,
                           const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"MONGODB_ATLAS_BASE_URL"_s, m_simulator->baseUrl().toString());
    environment.insert(u"MONGODB_ATLAS_CLIENT_ID"_s, sample::ClientId);
    environment.insert(u"MONGODB_ATLAS_CLIENT_SECRET"_s, sample::ClientSecret);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
}

bool ProgramEndTest::waitUntilSignedIn() const
{
    return QTest::qWaitFor(
        [this] {
            return callsOf(*m_simulator, "/api/oauth/token"_L1) > 0
                && callsOf(*m_simulator, "/api/atlas/v2/groups"_L1) > 0;
        },
        Patience);
}

void ProgramEndTest::endsByASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void ProgramEndTest::endsByASignal()
{
    QFETCH(const int, signal);
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process, QStringLiteral(BUCKETSCOPE_PROGRAM), {});
    QVERIFY(waitUntilSignedIn());
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, Patience);
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(process.exitCode(), signal);
    QCOMPARE(revocations(*m_simulator), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
    QVERIFY(QFile::exists(m_home->filePath(u"bucketscope/bucketscope.conf"_s)));
}

/// It would live for an hour, and nobody would know of it.
void ProgramEndTest::waitsForATokenThatIsOnItsWay()
{
    m_simulator->addFault(atlassim::Fault::delay(u"/api/oauth/token"_s, 1'000ms));
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process, QStringLiteral(BUCKETSCOPE_PROGRAM), {});
    QTRY_VERIFY_WITH_TIMEOUT(m_simulator->liveTokenCount() == 1, Patience);
    QCOMPARE(callsOf(*m_simulator, "/api/atlas/v2/groups"_L1), 0);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGTERM), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, Patience);
    QCOMPARE(revocations(*m_simulator), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
}

/// As nohup does.
void ProgramEndTest::ignoresWhatItsParentHasIgnored()
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process, u"/bin/sh"_s,
          {u"-c"_s, u"trap '' HUP; exec \"$0\""_s, QStringLiteral(BUCKETSCOPE_PROGRAM)});
    QVERIFY(waitUntilSignedIn());
    const auto id = static_cast<pid_t>(process.processId());
    QCOMPARE(::kill(id, SIGHUP), 0);
    QCOMPARE(::kill(id, SIGTERM), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, Patience);
    QCOMPARE(process.exitCode(), SIGTERM);
    QCOMPARE(revocations(*m_simulator), 1);
}

void ProgramEndTest::leavesNoImageOfItsMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("The limits of another process cannot be read.");
#endif
    QProcess process;
    start(process, u"/bin/sh"_s,
          {u"-c"_s, u"ulimit -S -c \"$(ulimit -H -c)\"; exec \"$0\""_s,
           QStringLiteral(BUCKETSCOPE_PROGRAM)});
    QVERIFY(waitUntilSignedIn());
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QString text = QString::fromLatin1(limits.readAll());
    QVERIFY2(text.contains(QRegularExpression(u"Max core file size +0 "_s)), qPrintable(text));
    process.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, Patience);
}

void ProgramEndTest::savesWhileItRuns()
{
    testsupport::ProgramFixture fixture;
    fixture.useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.hasSession());
    Q_EMIT fixture.window()->itemsPerPageChosen(37);
    QTRY_COMPARE_WITH_TIMEOUT(savedItemsPerPage(fixture), 37, Patience);
}

void ProgramEndTest::signsOutProfilesLeftBefore()
{
    ui::SignOuts leaving;
    QSignalSpy emptied(&leaving, &ui::SignOuts::emptied);
    QList<Session *> sessions;
    for (const auto &account : {testsupport::serviceAccount(), testsupport::viewer()}) {
        auto *session = new Session(testsupport::sessionSettings(m_simulator->baseUrl(), account));
        session->projects().refresh();
        QTRY_COMPARE(session->projects().state(), buckets::ProjectList::State::Ready);
        sessions.append(session);
    }
    for (Session *session : sessions)
        leaving.add(session);
    QVERIFY(!leaving.isEmpty());
    QTRY_COMPARE(emptied.count(), 1);
    QVERIFY(leaving.isEmpty());
    QCOMPARE(revocations(*m_simulator), 2);
}

/// Logging out of the desktop: each program is asked, then each is told to quit. The first may be
/// all that comes in time.
void ProgramEndTest::signsOutForTheSessionManager()
{
    ui::ProgramEnd end;
    testsupport::ProgramFixture fixture;
    fixture.useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(fixture.start());
    QVERIFY(waitUntilSignedIn());
    QTRY_VERIFY(!fixture.session().isBusy());
    end.watch(fixture.program());
    Q_EMIT fixture.window()->itemsPerPageChosen(37);
    askToCommit();
    QCOMPARE(savedItemsPerPage(fixture), 37);
    QTRY_COMPARE(revocations(*m_simulator), 1);
    QTRY_COMPARE(m_simulator->liveTokenCount(), 0);
    QVERIFY(fixture.window()->isVisible());

    // Another program has kept the desktop from ending.
    Q_EMIT fixture.window()->signedOutActionTriggered(0);
    QTRY_VERIFY(fixture.hasSession());
    QTRY_COMPARE(m_simulator->liveTokenCount(), 1);
    QTRY_VERIFY(!fixture.session().isBusy());

    // This time, none does.
    QSignalSpy ended(&fixture.program(), &ui::Program::ended);
    askToCommit();
    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &quit);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(revocations(*m_simulator), 2);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
    fixture.stop();
}

void ProgramEndTest::keepsAnApiKeySignedIn()
{
    ui::ProgramEnd end;
    testsupport::ProgramFixture fixture;
    fixture.useEnvironment(m_simulator->baseUrl(), testsupport::apiKey());
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.hasSession());
    end.watch(fixture.program());
    Q_EMIT fixture.window()->itemsPerPageChosen(37);
    askToCommit();
    QCOMPARE(savedItemsPerPage(fixture), 37);
    QVERIFY(fixture.hasSession());
    fixture.stop();
}

/// Cmd+Q, and a session manager that has waited long enough.
void ProgramEndTest::endsOnceOnQuit()
{
    ui::ProgramEnd end;
    testsupport::ProgramFixture fixture;
    fixture.useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(fixture.start());
    QVERIFY(waitUntilSignedIn());
    QSignalSpy ended(&fixture.program(), &ui::Program::ended);
    end.watch(fixture.program());
    for (int i = 0; i < 2; ++i) {
        QEvent quit(QEvent::Quit);
        QCoreApplication::sendEvent(qApp, &quit);
    }
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(revocations(*m_simulator), 1);
    QVERIFY(!fixture.window()->isVisible());
    fixture.stop();
}

void ProgramEndTest::waitsForATestOfAConnection_data()
{
    QTest::addColumn<QString>("slow");
    QTest::addColumn<QString>("says");
    QTest::newRow("under way") << u"/api/oauth/token"_s << u"Testing…"_s;
    QTest::newRow("ended") << u"/api/oauth/revoke"_s << u"Signed in."_s;
}

/// Nobody is signed in beside.
void ProgramEndTest::waitsForATestOfAConnection()
{
    QFETCH(const QString, slow);
    QFETCH(const QString, says);
    using testsupport::findByName;
    m_simulator->addFault(atlassim::Fault::delay(slow, 1'000ms));
    ui::ProgramEnd end;
    testsupport::ProgramFixture fixture;
    QVERIFY(fixture.start());
    const auto settings = [&fixture] {
        return fixture.window()->findChild<ui::SettingsDialog *>();
    };
    QTRY_VERIFY(settings() && settings()->isVisible());
    findByName<QLineEdit>(settings(), u"Client ID"_s)->setText(sample::ClientId);
    findByName<QLineEdit>(settings(), u"Client secret"_s)->setText(sample::ClientSecret);
    findByName<QComboBox>(settings(), u"Base URL"_s)
        ->setEditText(m_simulator->baseUrl().toString());
    QVERIFY(testsupport::click(settings(), u"Test connection"_s));
    QTRY_COMPARE(callsOf(*m_simulator, "/api/oauth/token"_L1), 1);
    const auto showsResult = [&] {
        const auto labels = settings()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&says](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(says);
        });
    };
    QTRY_VERIFY(showsResult());

    QSignalSpy ended(&fixture.program(), &ui::Program::ended);
    end.watch(fixture.program());
    QEvent quit(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &quit);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(m_simulator->liveTokenCount(), 0);
    QCOMPARE(revocations(*m_simulator), 1);
    fixture.stop();
}

QTEST_MAIN(ProgramEndTest)
#include "tst_programend.moc"
