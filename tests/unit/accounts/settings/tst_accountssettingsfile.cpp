// SPDX-License-Identifier: Apache-2.0
#include "accounts/settings/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace accounts;

namespace {

constexpr auto ownerOnly =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

} // namespace

class TestAccountsSettingsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void defaultPathIsOurs();
    void missingFileIsNoProblem();
    void valuesComeBack();
    void removedKeysAreGone();
    void changesCanBeDiscarded();
    void nobodyElseCanRead();
    void handWrittenFilesAreFine();
    void unknownKeysAreKept();
    void changesOfTwoProgramsAreMerged();

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

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestAccountsSettingsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestAccountsSettingsFile::defaultPathIsOurs()
{
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
    const auto restore = qScopeGuard([&before] { qputenv("XDG_CONFIG_HOME", before); });
    QCOMPARE(SettingsFile::defaultPath(), path());
}

void TestAccountsSettingsFile::missingFileIsNoProblem()
{
    SettingsFile settings(path());
    QVERIFY(!settings.problem());
    QVERIFY(!settings.text(u"a/b"_s));
    QVERIFY(settings.list(u"a/b"_s).isEmpty());
    QVERIFY(!settings.bytes(u"a/b"_s));
    QVERIFY(settings.save());
    QVERIFY(!QFileInfo::exists(path()));
}

void TestAccountsSettingsFile::valuesComeBack()
{
    const QString text = u"운영 \"a\", b; c = \\ % @x\n\t[y]"_s;
    const QStringList list{u"one"_s, u"two, three"_s, QString()};
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(static_cast<char>(i));
    {
        SettingsFile settings(path());
        settings.setText(u"Group/text"_s, text);
        settings.setText(u"Group/empty"_s, QString());
        settings.setText(u"Group/at"_s, u"@ByteArray(x)"_s);
        settings.setList(u"Group/list"_s, list);
        settings.setList(u"Group/one"_s, {u"only"_s});
        settings.setList(u"Group/none"_s, {});
        settings.setBytes(u"Other/bytes"_s, bytes);
        QCOMPARE(settings.text(u"Group/text"_s), std::optional(text));
        QVERIFY(settings.hasChanges());
        QVERIFY(settings.save());
        QVERIFY(!settings.hasChanges());
    }
    const SettingsFile settings(path());
    QVERIFY(!settings.problem());
    QCOMPARE(settings.text(u"Group/text"_s), std::optional(text));
    QCOMPARE(settings.text(u"Group/empty"_s), std::optional(QString()));
    QCOMPARE(settings.text(u"Group/at"_s), std::optional(u"@ByteArray(x)"_s));
    QCOMPARE(settings.list(u"Group/list"_s), list);
    QCOMPARE(settings.list(u"Group/one"_s), QStringList{u"only"_s});
    QCOMPARE(settings.list(u"Group/none"_s), QStringList());
    QCOMPARE(settings.bytes(u"Other/bytes"_s), std::optional(bytes));
    QVERIFY(!settings.bytes(u"Group/text"_s));
    QCOMPARE(settings.groups(), (QStringList{u"Group"_s, u"Other"_s}));
    QVERIFY(content().startsWith("; Bucketscope, format 1\n"));
    QVERIFY(content().endsWith("\n; end\n"));
}

void TestAccountsSettingsFile::removedKeysAreGone()
{
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    settings.setText(u"A/two"_s, u"2"_s);
    settings.setText(u"B/three"_s, u"3"_s);
    QVERIFY(settings.save());
    settings.remove(u"A/one"_s);
    QVERIFY(!settings.text(u"A/one"_s));
    settings.removeGroup(u"B"_s);
    QCOMPARE(settings.groups(), QStringList{u"A"_s});
    QVERIFY(settings.save());
    const SettingsFile again(path());
    QVERIFY(!again.text(u"A/one"_s));
    QCOMPARE(again.text(u"A/two"_s), std::optional(u"2"_s));
    QCOMPARE(again.groups(), QStringList{u"A"_s});
}

void TestAccountsSettingsFile::changesCanBeDiscarded()
{
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    settings.discardChanges();
    QVERIFY(!settings.hasChanges());
    QVERIFY(!settings.text(u"A/one"_s));
    QVERIFY(settings.save());
    QVERIFY(!QFileInfo::exists(path()));
}

void TestAccountsSettingsFile::nobodyElseCanRead()
{
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    QVERIFY(settings.save());
    const auto folderMode = QFileInfo(QFileInfo(path()).path()).permissions();
    QCOMPARE(folderMode, ownerOnly | QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QFileInfo(path()).permissions(), ownerOnly);

    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    settings.setText(u"A/one"_s, u"2"_s);
    QVERIFY(settings.save());
    QCOMPARE(QFileInfo(path()).permissions(), ownerOnly);
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden),
             QStringList{u"bucketscope.conf"_s});
}

void TestAccountsSettingsFile::handWrittenFilesAreFine()
{
    put("# my settings\r\n[A]\r\none = 1\r\nlist=a, b\r\n\r\n");
    const SettingsFile settings(path());
    QVERIFY(!settings.problem());
    QCOMPARE(settings.text(u"A/one"_s), std::optional(u"1"_s));
    QCOMPARE(settings.text(u"A/list"_s), std::optional(u"a, b"_s));
}

void TestAccountsSettingsFile::unknownKeysAreKept()
{
    put("top=1\n[Future]\nblob=@ByteArray(\\0\\x1)\nsize=@Size(3 4)\nlist=a, b\n");
    SettingsFile settings(path());
    settings.setText(u"A/one"_s, u"1"_s);
    QVERIFY(settings.save());
    const SettingsFile again(path());
    QVERIFY(!again.problem());
    QCOMPARE(again.text(u"top"_s), std::optional(u"1"_s));
    QCOMPARE(again.bytes(u"Future/blob"_s), std::optional(QByteArray("\0\1", 2)));
    QCOMPARE(again.list(u"Future/list"_s), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(content().contains("size=@Size(3 4)"));
}

void TestAccountsSettingsFile::changesOfTwoProgramsAreMerged()
{
    SettingsFile one(path());
    SettingsFile other(path());
    one.setText(u"A/one"_s, u"1"_s);
    other.setText(u"A/other"_s, u"2"_s);
    QVERIFY(one.save());
    QVERIFY(other.save());
    const SettingsFile both(path());
    QCOMPARE(both.text(u"A/one"_s), std::optional(u"1"_s));
    QCOMPARE(both.text(u"A/other"_s), std::optional(u"2"_s));
    QCOMPARE(other.text(u"A/one"_s), std::optional(u"1"_s));
}

QTEST_GUILESS_MAIN(TestAccountsSettingsFile)
#include "tst_accountssettingsfile.moc"
