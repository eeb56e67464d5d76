// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profilestore.h"
#include "accounts/secrets/filesecretstore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "smalldisk.h"
#include "writtenround.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

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
    QString path() const { return m_disk->filePath(u"bucketscope.conf"_s); }
    QString secretsPath() const { return m_disk->filePath(u"secrets.conf"_s); }
    tl::expected<void, QString> saveRound(int round);
    tl::expected<void, SecretError> writeSecret(int round);
    void checkRound(int round);

    std::unique_ptr<SmallDisk> m_disk;
};

void TestSettingsNoRoom::initTestCase()
{
    if (!SmallDisk::enterOwnMounts())
        QSKIP("This system lets no test mount a disk: unshare -rm failed.");
}

void TestSettingsNoRoom::init()
{
    m_disk = std::make_unique<SmallDisk>(128);
    QVERIFY(m_disk->isMounted());
}

void TestSettingsNoRoom::cleanup()
{
    qputenv("TMPDIR", "/tmp");
    m_disk.reset();
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
    const QStringList before = m_disk->files();
    QVERIFY(m_disk->fill(pagesLeft));
    const auto saved = saveRound(2);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(m_disk->path()), qPrintable(saved.error()));
    if (pagesLeft < 2) {
        const auto written = writeSecret(2);
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(m_disk->path()),
                 qPrintable(written.error().message));
    }
    QVERIFY(m_disk->empty());
    QCOMPARE(m_disk->files(), before);
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
    QVERIFY(QDir().mkpath(m_disk->filePath(u"tmp"_s)));
    SettingsFile settings(path());
    QVERIFY(m_disk->fill(0));
    qputenv("TMPDIR", QFile::encodeName(m_disk->filePath(u"tmp"_s)));
    settings.setText(u"A/one"_s, u"1"_s);
    QVERIFY(!settings.save());
    // It cannot be read either, and that is not taken for damage.
    const SettingsFile unread(path());
    QVERIFY(unread.problem());
    QVERIFY2(unread.problem()->contains("no space"_L1), qPrintable(*unread.problem()));
    QVERIFY(m_disk->empty());
    checkRound(1);
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"A/one"_s), u"1"_s);
    checkRound(1);
}

void TestSettingsNoRoom::readOnlyDiskLosesNothing()
{
    QVERIFY(saveRound(1));
    QVERIFY(writeSecret(1));
    QVERIFY(m_disk->setReadOnly(true));
    const auto saved = saveRound(2);
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(m_disk->path()), qPrintable(saved.error()));
    QVERIFY2(!saved.error().contains("Another Bucketscope"_L1), qPrintable(saved.error()));
    const auto written = writeSecret(2);
    QVERIFY(!written);
    QVERIFY2(written.error().message.contains(m_disk->path()), qPrintable(written.error().message));
    checkRound(1);
    QVERIFY(m_disk->setReadOnly(false));
    QVERIFY(saveRound(2));
    QVERIFY(writeSecret(2));
    checkRound(2);
}

QTEST_GUILESS_MAIN(TestSettingsNoRoom)
#include "tst_settingsnoroom.moc"
