// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programrun.h"

#include <QFile>
#include <QLocalSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
namespace sample = atlassim::sample;

/// A link from outside: the window that is open shows it, and a second program ends. In processes.
class LinkDoorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensInTheRunningWindow();
    void opensAWindowIfThatIsNotSignedIn();
    void opensAWindowAfterOneWasKilled();
    void refusesWhatIsNoLink_data();
    void refusesWhatIsNoLink();

private:
    testsupport::ProgramRun::Variables account() const;
    bool hasShown(const QString &project) const;
    static QString linkTo(const QString &project) { return u"bucketscope://project/"_s + project; }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramRun> m_programs;
    std::unique_ptr<QProcess> m_first;
    std::unique_ptr<QProcess> m_second;
};

void LinkDoorTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_programs = std::make_unique<testsupport::ProgramRun>();
}

void LinkDoorTest::cleanup()
{
    for (auto *process : {&m_first, &m_second}) {
        if (*process) {
            (*process)->kill();
            (*process)->waitForFinished();
        }
        process->reset();
    }
    m_programs.reset();
    m_simulator.reset();
}

testsupport::ProgramRun::Variables LinkDoorTest::account() const
{
    return {{u"MONGODB_ATLAS_BASE_URL"_s, m_simulator->baseUrl().toString()},
            {u"MONGODB_ATLAS_CLIENT_ID"_s, QString(sample::ClientId)},
            {u"MONGODB_ATLAS_CLIENT_SECRET"_s, QString(sample::ClientSecret)}};
}

bool LinkDoorTest::hasShown(const QString &project) const
{
    const auto seen = m_simulator->seenRequests();
    return std::any_of(seen.begin(), seen.end(), [&project](const atlassim::SeenRequest &request) {
        return request.path.endsWith(project + u"/backup/exportBuckets"_s);
    });
}

void LinkDoorTest::opensInTheRunningWindow()
{
    m_first = m_programs->start({u"--project"_s, sample::PaymentsProd}, account());
    QTRY_VERIFY_WITH_TIMEOUT(hasShown(sample::PaymentsProd), 20'000);
    QTRY_VERIFY(QFile::exists(m_programs->linkDoor()));
    m_second = m_programs->start({linkTo(sample::AtlasCliE2e)});
    QTRY_COMPARE_WITH_TIMEOUT(m_second->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(m_second->exitCode(), 0);
    QTRY_VERIFY(hasShown(sample::AtlasCliE2e));
    QCOMPARE(m_first->state(), QProcess::Running);
}

void LinkDoorTest::opensAWindowIfThatIsNotSignedIn()
{
    m_first = m_programs->start({});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_programs->linkDoor()), 20'000);
    m_second = m_programs->start({linkTo(sample::AtlasCliE2e)}, account());
    QTRY_VERIFY_WITH_TIMEOUT(hasShown(sample::AtlasCliE2e), 20'000);
    QCOMPARE(m_second->state(), QProcess::Running);
}

void LinkDoorTest::opensAWindowAfterOneWasKilled()
{
    m_first = m_programs->start({u"--project"_s, sample::PaymentsProd}, account());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_programs->linkDoor()), 20'000);
    m_first->kill();
    QVERIFY(m_first->waitForFinished());
    QVERIFY(QFile::exists(m_programs->linkDoor()));
    m_second = m_programs->start({linkTo(sample::AtlasCliE2e)}, account());
    QTRY_VERIFY_WITH_TIMEOUT(hasShown(sample::AtlasCliE2e), 20'000);
    // And takes the next.
    m_first = m_programs->start({linkTo(sample::PaymentsStaging)});
    QTRY_COMPARE_WITH_TIMEOUT(m_first->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(m_first->exitCode(), 0);
    QTRY_VERIFY(hasShown(sample::PaymentsStaging));
}

void LinkDoorTest::refusesWhatIsNoLink_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray("\n");
    QTest::newRow("an option") << QByteArray("--base-url https://evil.example\n");
    QTest::newRow("another scheme") << QByteArray("https://project/5f0000000000000000000001\n");
    QTest::newRow("no end") << QByteArray(100'000, 'x');
}

void LinkDoorTest::refusesWhatIsNoLink()
{
    QFETCH(const QByteArray, line);
    m_first = m_programs->start({u"--project"_s, sample::PaymentsProd}, account());
    QTRY_VERIFY_WITH_TIMEOUT(hasShown(sample::PaymentsProd), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_programs->linkDoor()), 20'000);
    QLocalSocket caller;
    caller.connectToServer(m_programs->linkDoor());
    QVERIFY(caller.waitForConnected());
    caller.write(line);
    QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(caller.readAll(), QByteArray());
    QCOMPARE(m_first->state(), QProcess::Running);
}

QTEST_GUILESS_MAIN(LinkDoorTest)
#include "tst_linkdoor.moc"
