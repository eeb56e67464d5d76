// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profiledraft.h"
#include "accounts/profiles/profilestore.h"
#include "accounts/settings/inifile.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

constexpr auto ownerOnly =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

Profile sampleProfile(const QString &name)
{
    ProfileDraft draft;
    draft.name = name;
    draft.identity = u"mdb_sa_id_0123456789abcdef01234567"_s;
    draft.baseUrl = u"https://cloud.mongodbgov.com"_s;
    draft.defaultProject = u"0123456789abcdef01234567"_s;
    return *draft.toProfile();
}

} // namespace

class TestAccountsSettingsDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyCutIsNoticedAndSurvived();
    void damageIsNoticed_data();
    void damageIsNoticed();
    void damagedFileIsCopiedOnce();
    void damageWhileRunningLosesNothing();
    void folderInItsPlace();
    void fileThatIsNoneOrTooLarge();
    void unreadableFileIsLeftAlone();
    void folderThatCannotBeWritten();
    void lockedFileIsNotWritten();
    void halfSurrogatePairsBecomeText();
    void oddlySpelledGeneralIsWrittenAsRead();
    void byteOrderMarksGo();
    void slashesBeforeDigitsAreNoEscapes();
    void otherEscapesStay();

private:
    QString path() const { return m_folder->filePath(u"bucketscope/bucketscope.conf"_s); }
    QByteArray content() const { return contentOf(path()); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path()).path());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QStringList copies() const
    {
        return QFileInfo(path()).dir().entryList({u"*.damaged-*"_s}, QDir::Files);
    }
    /// For a test of what permissions forbid: root may do all.
    static auto asNobody()
    {
        const bool isRoot = geteuid() == 0;
        if (isRoot && seteuid(65534) != 0)
            qFatal("cannot become nobody");
        return qScopeGuard([isRoot] {
            if (isRoot && seteuid(0) != 0)
                qFatal("cannot become root again");
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsSettingsDamage::initTestCase()
{
    // Thousands of files are synced to disk here, which takes half a minute on some disks.
    const QFileInfo memory(u"/dev/shm"_s);
    if (memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", QFile::encodeName(memory.filePath()));
}

void TestAccountsSettingsDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsSettingsDamage::everyCutIsNoticedAndSurvived()
{
    const QList<Profile> profiles{sampleProfile(u"운영"_s), sampleProfile(u"Staging"_s)};
    {
        SettingsFile settings(path());
        ProfileStore store(settings);
        store.setProfiles(profiles);
        Preferences preferences(settings);
        PreferenceValues values;
        values.includeCount = false;
        values.envelope = true;
        values.prettyPrint = true;
        values.readRegions = false;
        values.fetchAhead = false;
        values.readUseAhead = false;
        values.checkExports = true;
        values.rememberReadings = false;
        values.language = Language::Korean;
        preferences.setValues(values);
        preferences.setWindowState(u"main"_s, QByteArray("\0\1\xff;\"", 5));
        QVERIFY(settings.save());
    }
    const QByteArray whole = content();
    QVERIFY(whole.size() > 700);
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        init();
        put(whole.first(size));
        SettingsFile settings(path());
        const bool isWhole = size >= whole.size() - 1;
        QCOMPARE(settings.problem().has_value(), !isWhole);
        QCOMPARE(copies().size(), isWhole || size == 0 ? 0 : 1);
        ProfileStore store(settings);
        for (const Profile &loaded : store.profiles()) {
            // Either what was written or not there, never half of it.
            Profile profile = loaded;
            const auto saved =
                profile.id == profiles.first().id ? profiles.first() : profiles.last();
            profile.defaultProject = saved.defaultProject;
            QCOMPARE(profile, saved);
        }
        Preferences preferences(settings);
        QVERIFY(preferences.problems().isEmpty());
        // Saving is the slow part, and does not depend on where exactly the cut is.
        if (size % 8 == 0) {
            store.add(sampleProfile(u"New"_s));
            QVERIFY(store.save());
            QVERIFY(!SettingsFile(path()).problem());
        }
        if (!copies().isEmpty())
            QCOMPARE(contentOf(QFileInfo(path()).dir().filePath(copies().constFirst())),
                     whole.first(size));
    }
}

void TestAccountsSettingsDamage::damageIsNoticed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("canReadOne");

    QByteArray everyByte;
    for (int i = 0; i < 4096; ++i)
        everyByte.append(static_cast<char>(i * 131 % 256));
    QTest::newRow("empty") << QByteArray() << u"is empty"_s << false;
    QTest::newRow("blank") << QByteArray(" \n\n") << u"is empty"_s << false;
    QTest::newRow("binary") << everyByte << u"not text"_s << false;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << u"not text"_s << false;
    QTest::newRow("zeros at the end")
        << "[A]\none=1\n" + QByteArray(512, '\0') << u"not text"_s << true;
    QTest::newRow("Latin-1") << QByteArray("[A]\none=1\ntwo=\xe4\n") << u"not text"_s << true;
    QTest::newRow("rubbish") << QByteArray("hello world\n") << u"not settings"_s << false;
    QTest::newRow("rubbish inside")
        << QByteArray("[A]\none=1\n<html>\ntwo=2\n") << u"not settings"_s << true;
    QTest::newRow("open heading") << QByteArray("[A]\none=1\n[Prof") << u"not settings"_s << true;
    QTest::newRow("heading only") << QByteArray("[A]\n") << u"is incomplete"_s << false;
    QTest::newRow("no key") << QByteArray("[A]\none=1\n=2\n") << u"not settings"_s << true;
    QTest::newRow("key with a slash too many")
        << QByteArray("[A]\none=1\none/=2\n/two=2\n") << u"not settings"_s << true;
    // A list of two thousand million values, if QSettings had its way.
    const QByteArray bomb = R"(Variant(\0\0\0\x9\x7f\xff\xff\xf0))";
    for (const QByteArray &begin : {"@"_ba, "\\x40"_ba, "\\x10040"_ba, "\\0100"_ba, "a, @"_ba})
        QTest::addRow("memory wanted by %s", begin.constData()) << "[A]\none=1\ntwo=" + begin + bomb
                + '\n' << u"not settings"_s << true;
    QTest::newRow("our beginning, no end")
        << QByteArray("; Bucketscope, format 1\n[A]\none=1\ntwo=2") << u"is incomplete"_s << true;
}

void TestAccountsSettingsDamage::damageIsNoticed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    QFETCH(const bool, canReadOne);
    put(bytes);
    SettingsFile settings(path());
    QVERIFY(settings.problem());
    QVERIFY2(settings.problem()->contains(says), qPrintable(*settings.problem()));
    QVERIFY(!settings.problem()->contains(u'\n'));
    QVERIFY(settings.problem()->contains(path()));
    QCOMPARE(settings.text(u"A/one"_s).has_value(), canReadOne);
    QCOMPARE(content(), bytes);
    if (!bytes.trimmed().isEmpty()) {
        QCOMPARE(copies().size(), 1);
        QVERIFY(settings.problem()->contains(copies().constFirst()));
        static const QRegularExpression name(u"^bucketscope\\.conf\\.damaged-[0-9]{8}-[0-9]{6}$"_s);
        QVERIFY(name.match(copies().constFirst()).hasMatch());
        const QString copy = QFileInfo(path()).dir().filePath(copies().constFirst());
        QCOMPARE(contentOf(copy), bytes);
        QCOMPARE(QFileInfo(copy).permissions(), ownerOnly);
    }
    settings.setText(u"A/three"_s, u"3"_s);
    QVERIFY(settings.save());
    const SettingsFile again(path());
    QVERIFY(!again.problem());
    QCOMPARE(again.text(u"A/three"_s), std::optional(u"3"_s));
    QCOMPARE(again.text(u"A/one"_s).has_value(), canReadOne);
}

void TestAccountsSettingsDamage::damagedFileIsCopiedOnce()
{
    put("first rubbish\n");
    {
        SettingsFile settings(path());
        const SettingsFile again(path());
        QCOMPARE(settings.problem(), again.problem());
        settings.setText(u"A/one"_s, u"1"_s);
        QVERIFY(settings.save());
    }
    QCOMPARE(copies().size(), 1);
    // Other damage, perhaps within the same second: nothing is overwritten.
    put("other rubbish\n");
    const SettingsFile settings(path());
    QCOMPARE(copies().size(), 2);
    QVERIFY(settings.problem()->contains(copies().constLast()));
}

void TestAccountsSettingsDamage::damageWhileRunningLosesNothing()
{
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    QVERIFY(settings.save());
    put("[A]\nrubbish\n");
    settings.setText(u"A/two"_s, u"2"_s);
    QVERIFY(settings.save());
    QCOMPARE(copies().size(), 1);
    const SettingsFile again(path());
    QCOMPARE(again.text(u"A/one"_s), std::optional(u"1"_s));
    QCOMPARE(again.text(u"A/two"_s), std::optional(u"2"_s));
}

void TestAccountsSettingsDamage::folderInItsPlace()
{
    QVERIFY(QDir().mkpath(path()));
    SettingsFile settings(path());
    QVERIFY(settings.problem());
    QVERIFY2(settings.problem()->contains("is a folder"_L1), qPrintable(*settings.problem()));
    settings.setText(u"A/one"_s, u"1"_s);
    const auto saved = settings.save();
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains("Settings were not saved. "_L1), qPrintable(saved.error()));
    QVERIFY(settings.hasChanges());
    QVERIFY(QFileInfo(path()).isDir());
}

void TestAccountsSettingsDamage::fileThatIsNoneOrTooLarge()
{
    const SettingsFile device(u"/dev/zero"_s);
    QVERIFY(device.problem());
    QVERIFY2(device.problem()->contains("not a regular file"_L1), qPrintable(*device.problem()));
    put("[A]\none=1\n");
    QVERIFY(QFile::resize(path(), 17'000'000));
    SettingsFile settings(path());
    QVERIFY(settings.problem());
    QVERIFY2(settings.problem()->contains("too large"_L1), qPrintable(*settings.problem()));
    settings.setText(u"A/two"_s, u"2"_s);
    QVERIFY(!settings.save());
    QVERIFY(content().startsWith("[A]\none=1\n"));
}

void TestAccountsSettingsDamage::unreadableFileIsLeftAlone()
{
    put("[A]\none=1\n");
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(QFileInfo(path()).path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions()));
    {
        const auto restore = asNobody();
        SettingsFile settings(path());
        QVERIFY(settings.problem());
        QVERIFY2(settings.problem()->contains("cannot be read"_L1),
                 qPrintable(*settings.problem()));
        settings.setText(u"A/two"_s, u"2"_s);
        QVERIFY(!settings.save());
    }
    QVERIFY(QFile::setPermissions(path(), ownerOnly));
    QCOMPARE(content(), QByteArray("[A]\none=1\n"));
    QVERIFY(copies().isEmpty());
}

void TestAccountsSettingsDamage::folderThatCannotBeWritten()
{
    put("[A]\none=1\n");
    const QString folder = QFileInfo(path()).path();
    const auto readOnly = QFile::Permissions(0x5555);
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x6666)));
    QVERIFY(QFile::setPermissions(folder, readOnly));
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly));
    {
        const auto restore = asNobody();
        SettingsFile settings(path());
        QVERIFY(!settings.problem());
        settings.setText(u"A/two"_s, u"2"_s);
        const auto saved = settings.save();
        QVERIFY(!saved);
        QVERIFY2(saved.error().contains(folder), qPrintable(saved.error()));
        QVERIFY(settings.hasChanges());
        SettingsFile elsewhere(m_folder->filePath(u"new/bucketscope.conf"_s));
        elsewhere.setText(u"A/two"_s, u"2"_s);
        QVERIFY(!elsewhere.save());
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7700)));
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7700)));
    QCOMPARE(content(), QByteArray("[A]\none=1\n"));
}

void TestAccountsSettingsDamage::lockedFileIsNotWritten()
{
    put("[A]\none=1\n");
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"2"_s);
    {
        QLockFile other(path() + ".lock"_L1);
        QVERIFY(other.lock());
        const auto saved = settings.save();
        QVERIFY(!saved);
        QVERIFY2(saved.error().startsWith("Another Bucketscope"_L1), qPrintable(saved.error()));
    }
    QVERIFY(settings.save());
    QCOMPARE(SettingsFile(path()).text(u"A/one"_s), std::optional(u"2"_s));
}

void TestAccountsSettingsDamage::halfSurrogatePairsBecomeText()
{
    const IniFile file = readIni("[A]\nend=ko\\xd800\nstart=\\xdc00z\nwhole=\\xd83d\\xde00\n");
    QCOMPARE(file.values.value(u"A/end"_s).toString(), u"ko\uFFFD"_s);
    QCOMPARE(file.values.value(u"A/start"_s).toString(), u"\uFFFDz"_s);
    QCOMPARE(file.values.value(u"A/whole"_s).toString(), u"\U0001F600"_s);
    const auto bytes = encodeIni(file.values);
    QVERIFY(bytes);
    QCOMPARE(readIni(*bytes).values, file.values);
}

void TestAccountsSettingsDamage::oddlySpelledGeneralIsWrittenAsRead()
{
    const IniFile file = readIni("[%GeneRal]\na=1\n[x]\nGENERAL/b=2\n");
    QCOMPARE(file.values.keys(), QStringList({u"General/a"_s, u"x/GENERAL/b"_s}));
    const auto bytes = encodeIni(file.values);
    QVERIFY(bytes);
    QCOMPARE(readIni(*bytes).values, file.values);
    QVERIFY(!readIni("[%General]\na=1\n[%GENERAL]\na=2\n").reason.isEmpty());
}

void TestAccountsSettingsDamage::byteOrderMarksGo()
{
    const IniFile file = readIni("a=\xef\xbb\xbf, ,\xef\xbb\xbf,x\\xfeffy\n");
    QCOMPARE(file.values.value(u"a"_s).toStringList(), QStringList({u""_s, u""_s, u""_s, u"xy"_s}));
    const auto bytes = encodeIni(file.values);
    QVERIFY(bytes);
    QCOMPARE(readIni(*bytes).values, file.values);
}

void TestAccountsSettingsDamage::slashesBeforeDigitsAreNoEscapes()
{
    const IniValues values{{u"A/b/100f/x40"_s, u"\u0001100"_s}, {u"A/0100"_s, u"@x"_s}};
    const auto bytes = encodeIni(values);
    QVERIFY(bytes);
    QVERIFY(bytes->contains("b\\100f\\x40="));
    QCOMPARE(readIni(*bytes).values, values);
}

void TestAccountsSettingsDamage::otherEscapesStay()
{
    const IniValues values{{u"a"_s, u"\uac40"_s}, {u"b"_s, u"\u0240"_s}, {u"c"_s, u"@\ufffd"_s}};
    QCOMPARE(readIni("a=\\xac40\nb=\\1100\nc=\\200100\\xd800\n").values, values);
}

QTEST_GUILESS_MAIN(TestAccountsSettingsDamage)
#include "tst_accountssettingsdamage.moc"
