// SPDX-License-Identifier: Apache-2.0
#include "base/files/fileprivacy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

/// Who else may change a file of ours.
class FilePrivacyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhoMayWrite_data();
    void seesWhoMayWrite();
    void seesWhoMayWriteBehindALink();
    void seesWhoOwnsIt();
    void seesNothingWhereThereIsNothing();
};

void FilePrivacyTest::seesWhoMayWrite_data()
{
    QTest::addColumn<uint>("folder");
    QTest::addColumn<uint>("file");
    QTest::addColumn<bool>("others");
    QTest::newRow("private") << 0700U << 0600U << false;
    QTest::newRow("readable") << 0755U << 0644U << false;
    QTest::newRow("file, group") << 0755U << 0660U << true;
    QTest::newRow("file, all") << 0755U << 0666U << true;
    QTest::newRow("folder, group") << 0770U << 0600U << true;
    QTest::newRow("folder, all") << 0777U << 0600U << true;
    QTest::newRow("folder like /tmp") << 01777U << 0600U << false;
}

void FilePrivacyTest::seesWhoMayWrite()
{
    QFETCH(const uint, folder);
    QFETCH(const uint, file);
    const QTemporaryDir parent;
    const QString name = parent.filePath(u"bucketscope"_s);
    QVERIFY(QDir().mkdir(name));
    const QString path = name + u"/bucketscope.conf"_s;
    QFile settings(path);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), file), 0);
    QCOMPARE(::chmod(QFile::encodeName(name).constData(), folder), 0);
    QTEST(base::othersMayChange(path), "others");
    QCOMPARE(::chmod(QFile::encodeName(name).constData(), 0700), 0);
}

void FilePrivacyTest::seesWhoMayWriteBehindALink()
{
    const QTemporaryDir folder;
    const QString open = folder.filePath(u"open"_s);
    QVERIFY(QDir().mkdir(open));
    QFile file(open + u"/settings.conf"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString link = folder.filePath(u"bucketscope.conf"_s);
    QVERIFY(file.link(link));
    QVERIFY(!base::othersMayChange(link));
    QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0777), 0);
    QVERIFY(base::othersMayChange(link));
}

/// Only the administrator can give files away.
void FilePrivacyTest::seesWhoOwnsIt()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bucketscope.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(base::isOwnFile(file.fileName()));
    const QByteArray name = QFile::encodeName(file.fileName());
    constexpr uid_t Nobody = 65534;
    if (::chown(name.constData(), Nobody, static_cast<gid_t>(-1)) != 0)
        QSKIP("Files cannot be given away here.");
    QCOMPARE(::chmod(name.constData(), 0644), 0);
    QVERIFY(base::othersMayChange(file.fileName()));
    QVERIFY(!base::isOwnFile(file.fileName()));
}

void FilePrivacyTest::seesNothingWhereThereIsNothing()
{
    const QTemporaryDir folder;
    QVERIFY(!base::othersMayChange(folder.filePath(u"none"_s)));
    QVERIFY(!base::isOwnFile(folder.filePath(u"none"_s)));
}

QTEST_GUILESS_MAIN(FilePrivacyTest)
#include "tst_fileprivacy.moc"
