// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/filesecretstore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "writtenround.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

constexpr int Kills = 210;
constexpr int Patience = 30'000;

/// The latest rounds that were said to be saved.
struct Acknowledged
{
    int settings = 0;
    int secret = 0;
};

/// settingswriter, and the process of it that runs at present.
class WriterProcess
{
public:
    explicit WriterProcess(const QString &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(SETTINGSWRITER_PROGRAM), {folder});
    }
    ~WriterProcess()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(Patience);
    }
    Q_DISABLE_COPY_MOVE(WriterProcess)

    void begin(int first, int last = 1'000'000)
    {
        m_pid = 0;
        m_end.clear();
        m_process.write(QByteArray::number(first) + ' ' + QByteArray::number(last) + '\n');
    }

    /// Waits for one line more, and takes note of it.
    bool waitForLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(Patience))
                return false;
        }
        const QList<QByteArray> words = m_process.readLine().trimmed().split(' ');
        const int number = words.value(1).toInt();
        if (words[0] == "pid")
            m_pid = number;
        else if (words[0] == "settings")
            m_acknowledged.settings = qMax(m_acknowledged.settings, number);
        else if (words[0] == "secret")
            m_acknowledged.secret = qMax(m_acknowledged.secret, number);
        else
            m_end = words.join(' ');
        return true;
    }

    bool waitForEnd()
    {
        while (m_end.isEmpty() && waitForLine()) { }
        return !m_end.isEmpty();
    }

    bool kill() { return m_pid > 0 && ::kill(m_pid, SIGKILL) == 0 && waitForEnd(); }

    QByteArray end() const { return m_end; }
    Acknowledged acknowledged() const { return m_acknowledged; }

private:
    QProcess m_process;
    Acknowledged m_acknowledged;
    pid_t m_pid = 0;
    QByteArray m_end;
};

} // namespace

/// Bucketscope killed at any moment loses nothing that it said was saved.
class TestSettingsKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyKillLeavesAllThatWasSaved();
    void lockOfAKilledOneIsNoHindrance_data();
    void lockOfAKilledOneIsNoHindrance();
    void unfinishedFileIsNotTakenForTheFile();

private:
    QString path() const { return m_folder->filePath(u"bucketscope.conf"_s); }
    QString secretsPath() const { return m_folder->filePath(u"secrets.conf"_s); }
    void put(const QString &file, const QByteArray &bytes) const
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly));
        QCOMPARE(opened.write(bytes), bytes.size());
    }
    void killSomewhere(WriterProcess &writer);
    void checkSettings(int acknowledged);
    void checkSecrets(int acknowledged);
    std::optional<tl::expected<Secret, SecretError>> readSecret(FileSecretStore &store,
                                                                int profile);

    std::unique_ptr<QTemporaryDir> m_folder;
    QRandomGenerator m_random{20261124};
};

void TestSettingsKilled::initTestCase()
{
    // Without a disk that syncs, more of the time is spent where a kill could hurt.
    const QFileInfo memory(u"/dev/shm"_s);
    if (memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", QFile::encodeName(memory.filePath()));
}

void TestSettingsKilled::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

/// Some microseconds after one of the first lines: between two steps of a save, anywhere.
void TestSettingsKilled::killSomewhere(WriterProcess &writer)
{
    for (int lines = m_random.bounded(1, 5); lines > 0; --lines)
        QVERIFY(writer.waitForLine());
    QElapsedTimer timer;
    timer.start();
    const qint64 moment = m_random.bounded(6'000) * 1'000;
    while (timer.nsecsElapsed() < moment) { }
    QVERIFY(writer.kill());
    QCOMPARE(writer.end(), "killed");
}

void TestSettingsKilled::checkSettings(int acknowledged)
{
    SettingsFile settings(path());
    QVERIFY2(!settings.problem(), qPrintable(settings.problem().value_or(QString())));
    // A save may be through without a word, but only as a whole.
    const Preferences preferences(settings);
    const QByteArray state = preferences.windowState(u"main"_s);
    const int round = state.left(state.indexOf('\0')).toInt();
    QVERIFY2(round == acknowledged || round == acknowledged + 1,
             qPrintable(QString::number(round)));
    if (round > 0) {
        QCOMPARE(state, writtenround::windowState(round));
        QCOMPARE(preferences.lastProfile(),
                 writtenround::idOf(writtenround::changedProfile(round)));
    }
    const ProfileStore profiles(settings);
    QVERIFY(profiles.badProfiles().isEmpty());
    for (int profile = 0; profile < writtenround::ProfileCount; ++profile) {
        const int latest = writtenround::latestChange(profile, round);
        const auto found = profiles.find(writtenround::idOf(profile));
        QCOMPARE(found.has_value(), latest > 0);
        QVERIFY(!found || *found == writtenround::profileOf(profile, latest));
    }
    // A newer version's.
    QCOMPARE(settings.text(u"Future/new"_s), u"kept"_s);
    QCOMPARE(settings.bytes(u"Future/blob"_s), QByteArray("\0\1", 2));
}

std::optional<tl::expected<Secret, SecretError>> TestSettingsKilled::readSecret(
    FileSecretStore &store, int profile)
{
    std::optional<tl::expected<Secret, SecretError>> answer;
    store.read(writtenround::idOf(profile), this,
               [&answer](const auto &result) { answer = result; });
    // The store answers from the event loop: to wait in steps of 10 ms would take most of the time.
    QCoreApplication::processEvents();
    return answer;
}

void TestSettingsKilled::checkSecrets(int acknowledged)
{
    FileSecretStore store(secretsPath());
    for (int profile = 0; profile < writtenround::ProfileCount; ++profile) {
        const auto secret = readSecret(store, profile);
        QVERIFY(secret);
        const int latest = writtenround::latestChange(profile, acknowledged);
        const int next = writtenround::latestChange(profile, acknowledged + 1);
        if (!*secret) {
            QCOMPARE(secret->error().kind, SecretError::Kind::NotFound);
            QVERIFY(latest <= 0);
            continue;
        }
        QVERIFY(**secret == writtenround::secretOf(profile, latest)
                || **secret == writtenround::secretOf(profile, next));
    }
    QVERIFY(!QFileInfo::exists(secretsPath())
            || !(QFileInfo(secretsPath()).permissions()
                 & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)));
}

void TestSettingsKilled::everyKillLeavesAllThatWasSaved()
{
    put(path(), "[Future]\nnew=kept\nblob=@ByteArray(\\0\\x1)\n");
    WriterProcess writer(m_folder->path());
    for (int kill = 0; kill < Kills; ++kill) {
        const Acknowledged before = writer.acknowledged();
        writer.begin(qMin(before.settings, before.secret) + 1);
        killSomewhere(writer);
        if (QTest::currentTestFailed())
            return;
        checkSettings(writer.acknowledged().settings);
        checkSecrets(writer.acknowledged().secret);
        if (QTest::currentTestFailed()) {
            qWarning("after kill %d", kill);
            return;
        }
    }
    // One that ends in peace leaves no file behind, neither its own nor those of the killed: what
    // was removed from secrets.conf is in no other file.
    const int last = writer.acknowledged().settings + 1;
    writer.begin(last, last);
    QVERIFY(writer.waitForEnd());
    QCOMPARE(writer.end(), "ended 0");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name),
             (QStringList{u"bucketscope.conf"_s, u"secrets.conf"_s}));
}

void TestSettingsKilled::lockOfAKilledOneIsNoHindrance_data()
{
    QTest::addColumn<QByteArray>("lock");
    QTest::addColumn<int>("age");
    QTest::addColumn<bool>("wasClearing");
    const QByteArray ofTheDead =
        "99999999\nbucketscope\n" + QSysInfo::machineHostName().toUtf8() + '\n';
    QTest::newRow("its process is gone") << ofTheDead << 0 << false;
    QTest::newRow("killed before it said who it is") << QByteArray() << 4 << false;
    QTest::newRow("killed while it cleared another's lock") << QByteArray() << 4 << true;
}

void TestSettingsKilled::lockOfAKilledOneIsNoHindrance()
{
    QFETCH(const QByteArray, lock);
    QFETCH(const int, age);
    QFETCH(const bool, wasClearing);
    const auto leave = [&lock, age](const QString &file) {
        QFile left(file);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write(lock);
        QVERIFY(left.flush());
        QVERIFY(left.setFileTime(QDateTime::currentDateTime().addSecs(-age),
                                 QFileDevice::FileModificationTime));
    };
    for (const QString &file : {path(), secretsPath()}) {
        leave(file + ".lock"_L1);
        if (wasClearing)
            leave(file + ".lock.rmlock"_L1);
    }
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    const auto saved = settings.save();
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error()));
    FileSecretStore store(secretsPath());
    std::optional<tl::expected<void, SecretError>> written;
    store.write(ProfileId::create(), Secret::fromString(u"x"), this,
                [&written](const auto &result) { written = result; });
    QTRY_VERIFY(written);
    QVERIFY2(*written, *written ? "" : qPrintable(written->error().message));
}

void TestSettingsKilled::unfinishedFileIsNotTakenForTheFile()
{
    put(path(), "[A]\none=1\n");
    put(path() + ".part"_L1, "[A]\none=");
    put(secretsPath() + ".part"_L1, writtenround::idOf(0).toString().toLatin1() + "=c2Vj");
    SettingsFile settings(path());
    QVERIFY(!settings.problem());
    QCOMPARE(settings.text(u"A/one"_s), u"1"_s);
    settings.setText(u"A/one"_s, u"2"_s);
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"A/one"_s), u"2"_s);
    QVERIFY(!QFileInfo::exists(path() + ".part"_L1));

    // To forget a secret is to forget what a killed one left of it, too.
    FileSecretStore store(secretsPath());
    QCOMPARE(readSecret(store, 0)->error().kind, SecretError::Kind::NotFound);
    std::optional<tl::expected<void, SecretError>> removed;
    store.remove(writtenround::idOf(0), this, [&removed](const auto &result) { removed = result; });
    QTRY_VERIFY(removed);
    QVERIFY(*removed);
    QVERIFY(!QFileInfo::exists(secretsPath() + ".part"_L1));
}

QTEST_GUILESS_MAIN(TestSettingsKilled)
#include "tst_settingskilled.moc"
