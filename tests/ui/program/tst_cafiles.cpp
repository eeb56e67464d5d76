// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/memorysecretstore.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/integration/servers/certificatemaker.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/signouts.h"
#include "ui/settings/connectioncheck.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/stat.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using testsupport::CertificateMaker;

/// A file on a share that does not answer for a while: whoever reads it waits.
class SlowFile
{
public:
    /// It has `content`, once answer() was called; some seconds later it answers by itself, so that
    /// who waits in the window's thread is found out, and the test ends.
    SlowFile(const QString &path, const QByteArray &content) : m_path(path)
    {
        m_isMade = mkfifo(qPrintable(path), S_IRUSR | S_IWUSR) == 0;
        m_writer.reset(QThread::create([this, content] {
            m_mayAnswer.tryAcquire(1, Patience);
            QFile file(m_path);
            if (file.open(QIODevice::WriteOnly))
                file.write(content);
        }));
        m_writer->start();
    }
    ~SlowFile()
    {
        answer();
        // The writer waits for a reader, if there has been none; who is both waits for nobody.
        QFile both(m_path);
        static_cast<void>(both.open(QIODevice::ReadWrite));
        m_writer->wait();
    }
    Q_DISABLE_COPY_MOVE(SlowFile)

    static constexpr int Patience = 8'000;

    bool isMade() const { return m_isMade; }
    QString path() const { return m_path; }
    void answer() { m_mayAnswer.release(); }

private:
    QString m_path;
    QSemaphore m_mayAnswer;
    std::unique_ptr<QThread> m_writer;
    bool m_isMade = false;
};

/// CA files that take long to read hold up nobody.
class CaFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAProfileBesideThem_data();
    void opensAProfileBesideThem();
    void leavesAProfileThatWaits();
    void saysWhatIsWrong();
    void testsAConnectionBesideThem();

private:
    bool says(const QString &text) const;

    QTemporaryDir m_folder;
    CertificateMaker m_maker;
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<SlowFile> m_file;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void CaFilesTest::init()
{
    m_simulator = std::make_unique<atlassim::Simulator>(atlassim::World::withProjects(2, 2));
    QVERIFY(m_simulator->listen());
    QFile certificate(m_maker.makeAuthority(u"Test Authority"_s).certificate);
    QVERIFY(certificate.open(QIODevice::ReadOnly));
    const QString path =
        m_folder.filePath(u"%1.pem"_s.arg(QLatin1StringView(QTest::currentDataTag())));
    QFile::remove(path);
    m_file = std::make_unique<SlowFile>(path, certificate.readAll());
    QVERIFY(m_file->isMade());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void CaFilesTest::cleanup()
{
    m_fixture.reset();
    m_file.reset();
    m_simulator.reset();
}

bool CaFilesTest::says(const QString &text) const
{
    const auto labels = m_fixture->window()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void CaFilesTest::opensAProfileBesideThem_data()
{
    QTest::addColumn<bool>("isOfEnvironment");
    QTest::newRow("saved") << false;
    QTest::newRow("environment") << true;
}

void CaFilesTest::opensAProfileBesideThem()
{
    QFETCH(const bool, isOfEnvironment);
    if (isOfEnvironment)
        m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    else
        m_fixture->saveProfile(u"prod"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().caFile = m_file->path();
    QElapsedTimer elapsed;
    elapsed.start();
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(says(u"Waiting for the CA file."_s));
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
    timer.start(50);
    QTRY_VERIFY(ticks > 3);
    QVERIFY2(elapsed.elapsed() < SlowFile::Patience,
             qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(!m_fixture->hasSession());
    m_file->answer();
    // The system's authorities are read, too.
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasSession(), 60'000);
    QTRY_COMPARE(m_fixture->session().projects().rowCount(), 2);
}

/// What comes later finds nobody.
void CaFilesTest::leavesAProfileThatWaits()
{
    m_fixture->saveProfile(u"prod"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().caFile = m_file->path();
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(says(u"Waiting for the CA file."_s));
    m_fixture->stop();
    m_file->answer();
    m_file.reset();
    QVERIFY(m_simulator->seenRequests().isEmpty());
}

void CaFilesTest::saysWhatIsWrong()
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().caFile = m_folder.filePath(u"none.pem"_s);
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(says(u"A CA file cannot be used"_s));
    QVERIFY(says(u"none.pem cannot be read: "_s));
}

void CaFilesTest::testsAConnectionBesideThem()
{
    const auto settings =
        testsupport::clientSettings(m_simulator->baseUrl(), testsupport::serviceAccount());
    ui::ConnectionCheck::Subject subject;
    subject.profile = accounts::ProfileId::create();
    subject.baseUrl = settings.baseUrl;
    subject.credential = settings.credential;
    subject.caFiles = {QString(), m_file->path()};
    accounts::MemorySecretStore store;
    ui::SignOuts signOuts;
    auto check = std::make_unique<ui::ConnectionCheck>(signOuts);
    const QSignalSpy passed(check.get(), &ui::ConnectionCheck::passed);
    QElapsedTimer elapsed;
    elapsed.start();
    check->start(subject, store);
    QVERIFY2(elapsed.elapsed() < SlowFile::Patience,
             qPrintable(QString::number(elapsed.elapsed())));
    QVERIFY(check->isRunning());
    QVERIFY(m_simulator->seenRequests().isEmpty());
    m_file->answer();
    QTRY_COMPARE_WITH_TIMEOUT(passed.size(), 1, 60'000);
    check.reset();
    QTRY_VERIFY(signOuts.isEmpty());
}

QTEST_MAIN(CaFilesTest)
#include "tst_cafiles.moc"
