// SPDX-License-Identifier: Apache-2.0
#include "accounts/filesecretstore.h"
#include "accounts/preferences.h"
#include "accounts/profilestore.h"
#include "accounts/settingsfile.h"
#include "writtenround.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <memory>
#include <vector>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

/// Says in a child process that it may mount what it likes: nobody else sees it.
constexpr const char *childVariable = "BUCKETSCOPE_TEST_MOUNTS";
constexpr int Page = 4096;

bool runs(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool isGood = process.waitForFinished(60'000)
        && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isGood)
        qWarning().noquote() << process.readAll();
    return isGood;
}

bool canMount()
{
    return runs(u"unshare"_s,
                {u"-rm"_s, u"mount"_s, u"-t"_s, u"tmpfs"_s, u"none"_s, QDir::tempPath()});
}

} // namespace

/// A disk without room, and one that is read-only: what was saved stays, and can be said.
class TestSettingsNoRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void fullDiskLosesNothing_data();
    void fullDiskLosesNothing();
    void noRoomForTemporaryFilesLosesNothing();
    void readOnlyDiskLosesNothing();

private:
    QString path() const { return m_disk + "/bucketscope.conf"_L1; }
    QString secretsPath() const { return m_disk + "/secrets.conf"_L1; }
    void mountDisk();
    void fillDisk(int pagesLeft) const;
    tl::expected<void, QString> saveRound(int round);
    tl::expected<void, SecretError> writeSecret(int round);
    void checkRound(int round);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_disk;
};

/// Starts anew in a mount namespace of its own: in place of this process.
void TestSettingsNoRoom::initTestCase()
{
    if (qEnvironmentVariableIsSet(childVariable))
        return;
    if (!canMount())
        QSKIP("This system lets no test mount a disk: unshare -rm failed.");
    qputenv(childVariable, "1");
    QByteArrayList words{"unshare", "-rm",
                         QFile::encodeName(QCoreApplication::applicationFilePath())};
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        words.append(argument.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::fflush(stdout);
    execvp(arguments.front(), arguments.data());
    QFAIL("unshare did not start");
}

void TestSettingsNoRoom::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    mountDisk();
}

void TestSettingsNoRoom::cleanup()
{
    qputenv("TMPDIR", "/tmp");
    runs(u"umount"_s, {m_disk});
    m_folder.reset();
}

void TestSettingsNoRoom::mountDisk()
{
    m_disk = m_folder->filePath(u"disk"_s);
    QVERIFY(QDir().mkpath(m_disk));
    QVERIFY(runs(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=128k"_s, u"none"_s, m_disk}));
}

void TestSettingsNoRoom::fillDisk(int pagesLeft) const
{
    QFile filler(m_disk + "/filler"_L1);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray page(Page, 'x');
    while (filler.write(page) == Page) { }
    QVERIFY(filler.resize(filler.size() / Page * Page - pagesLeft * Page));
}

tl::expected<void, QString> TestSettingsNoRoom::saveRound(int round)
{
    SettingsFile settings(path());
    ProfileStore profiles(settings);
    Preferences preferences(settings);
    const auto profile = writtenround::profileOf(0, round);
    if (profiles.find(profile.id))
        profiles.update(profile);
    else
        profiles.add(profile);
    preferences.setWindowState(u"main"_s, writtenround::windowState(round));
    auto saved = profiles.save();
    if (settings.hasChanges() == saved.has_value())
        qFatal("changes that were not saved are gone");
    return saved;
}

tl::expected<void, SecretError> TestSettingsNoRoom::writeSecret(int round)
{
    FileSecretStore store(secretsPath());
    std::optional<tl::expected<void, SecretError>> answer;
    store.write(writtenround::idOf(0), writtenround::secretOf(0, round), this,
                [&answer](const auto &result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        qFatal("no answer");
    return *answer;
}

void TestSettingsNoRoom::checkRound(int round)
{
    SettingsFile settings(path());
    QVERIFY2(!settings.problem(), qPrintable(settings.problem().value_or(QString())));
    QCOMPARE(Preferences(settings).windowState(u"main"_s), writtenround::windowState(round));
    const ProfileStore profiles(settings);
    QCOMPARE(profiles.profiles(), QList{writtenround::profileOf(0, round)});
    FileSecretStore store(secretsPath());
    std::optional<tl::expected<Secret, SecretError>> secret;
    store.read(writtenround::idOf(0), this, [&secret](const auto &result) { secret = result; });
    QTRY_VERIFY(secret);
    QVERIFY(*secret);
    QVERIFY(**secret == writtenround::secretOf(0, round));
}

void TestSettingsNoRoom::fullDiskLosesNothing_data()
{
    QTest::addColumn<int>("pagesLeft");
    // No room for the lock, then for none, and for more and more of the file, which takes 5.
    for (int pages = 0; pages <= 4; ++pages)
        QTest::addRow("%d pages left", pages) << pages;
}

void TestSettingsNoRoom::fullDiskLosesNothing()
{
    QFETCH(const int, pagesLeft);
    QVERIFY(saveRound(1));
    QVERIFY(writeSecret(1));
    const QStringList before = QDir(m_disk).entryList(QDir::Files | QDir::Hidden);
    fillDisk(pagesLeft);
    const auto saved = saveRound(2);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(m_disk), qPrintable(saved.error()));
    if (pagesLeft < 2) {
        const auto written = writeSecret(2);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(m_disk), qPrintable(written.error().message));
    }
    QVERIFY(QFile::remove(m_disk + "/filler"_L1));
    QCOMPARE(QDir(m_disk).entryList(QDir::Files | QDir::Hidden), before);
    if (pagesLeft < 2)
        checkRound(1);
    QVERIFY(saveRound(3));
    QVERIFY(writeSecret(3));
    checkRound(3);
}

void TestSettingsNoRoom::noRoomForTemporaryFilesLosesNothing()
{
    QVERIFY(saveRound(1));
    QVERIFY(writeSecret(1));
    QVERIFY(QDir().mkpath(m_disk + "/tmp"_L1));
    SettingsFile settings(path());
    fillDisk(0);
    qputenv("TMPDIR", QFile::encodeName(m_disk + "/tmp"_L1));
    settings.setText(u"A/one"_s, u"1"_s);
    QVERIFY(!settings.save());
    // It cannot be read either, and that is not taken for damage.
    const SettingsFile unread(path());
    QVERIFY(unread.problem());
    QVERIFY2(unread.problem()->contains("no room"_L1), qPrintable(*unread.problem()));
    QVERIFY(QFile::remove(m_disk + "/filler"_L1));
    checkRound(1);
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"A/one"_s), u"1"_s);
    checkRound(1);
}

void TestSettingsNoRoom::readOnlyDiskLosesNothing()
{
    QVERIFY(saveRound(1));
    QVERIFY(writeSecret(1));
    QVERIFY(runs(u"mount"_s, {u"-o"_s, u"remount,ro"_s, m_disk}));
    const auto saved = saveRound(2);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(m_disk), qPrintable(saved.error()));
    QVERIFY2(!saved.error().contains("Another Bucketscope"_L1), qPrintable(saved.error()));
    const auto written = writeSecret(2);
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(m_disk), qPrintable(written.error().message));
    checkRound(1);
    QVERIFY(runs(u"mount"_s, {u"-o"_s, u"remount,rw"_s, m_disk}));
    QVERIFY(saveRound(2));
    QVERIFY(writeSecret(2));
    checkRound(2);
}

QTEST_GUILESS_MAIN(TestSettingsNoRoom)
#include "tst_settingsnoroom.moc"
