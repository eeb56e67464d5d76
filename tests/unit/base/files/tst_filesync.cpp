// SPDX-License-Identifier: Apache-2.0
#include "base/files/privatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Synced
{
    QString path;
    /// What the file had in it, seen from outside, at that moment.
    QByteArray content;
};

/// What is synced while somebody looks, and which file they look at.
struct Watch
{
    QString path;
    QList<Synced> synced;
};

Watch *watch = nullptr;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// In place of the C library's: does the same, and notes it.
extern "C" int fsync(int descriptor)
{
    if (watch) {
        const QString link = u"/proc/self/fd/"_s + QString::number(descriptor);
        watch->synced.append({QFileInfo(link).symLinkTarget(), contentOf(watch->path)});
    }
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

/// What has been saved is on the disk, and under its name, before anybody is told so.
class FileSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncsTheFileAndThenItsName();
};

void FileSyncTest::syncsTheFileAndThenItsName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.conf"_s);
    QVERIFY(base::writePrivateFile(path, "old"));
    Watch watching{path, {}};
    watch = &watching;
    const auto written = base::writePrivateFile(path, "new");
    watch = nullptr;
    const QList<Synced> &synced = watching.synced;
    QVERIFY(written);
    QCOMPARE(synced.size(), 2);
    QVERIFY(synced[0].path.startsWith(path));
    QCOMPARE(synced[0].content, "old");
    QCOMPARE(synced[1].path, QFileInfo(folder.path()).canonicalFilePath());
    QCOMPARE(synced[1].content, "new");
}

QTEST_GUILESS_MAIN(FileSyncTest)
#include "tst_filesync.moc"
