// SPDX-License-Identifier: Apache-2.0
#include "share/report/csvwriter.h"
#include "share/report/fileexport.h"
#include "tests/support/recordlist.h"
#include "tests/unit/accounts/settings/smalldisk.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using share::CsvWriter;
using share::ExportResult;
using share::FileExport;
using testsupport::RecordList;

namespace {

constexpr int DiskKibibytes = 1024;
constexpr QByteArrayView textBefore = "what was there before";

} // namespace

/// A disk without room, and one that is read-only: the old file stays, and it is said why.
class FileExportNoRoomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_disk.reset(); }

    void fullDiskLosesNothing_data();
    void fullDiskLosesNothing();
    void readOnlyDiskIsSaid();

private:
    QString path() const { return m_disk->filePath(u"export.csv"_s); }
    QByteArray content() const;
    ExportResult exportRows(int rows);

    std::unique_ptr<SmallDisk> m_disk;
};

void FileExportNoRoomTest::initTestCase()
{
    if (!SmallDisk::enterOwnMounts())
        QSKIP("This system lets no test mount a disk: unshare -rm failed.");
}

void FileExportNoRoomTest::init()
{
    m_disk = std::make_unique<SmallDisk>(DiskKibibytes);
    QVERIFY(m_disk->isMounted());
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(textBefore.data(), textBefore.size()), textBefore.size());
}

QByteArray FileExportNoRoomTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ExportResult FileExportNoRoomTest::exportRows(int rows)
{
    FileExport task(std::make_unique<RecordList>(RecordList::made(rows)),
                    std::make_unique<CsvWriter>(CsvWriter::ByteOrderMark::Without), path());
    QSignalSpy finished(&task, &FileExport::finished);
    task.start();
    if (!QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000))
        qFatal("not finished");
    return finished[0][0].value<ExportResult>();
}

void FileExportNoRoomTest::fullDiskLosesNothing_data()
{
    QTest::addColumn<int>("pagesLeft");
    QTest::addColumn<int>("rows");
    QTest::newRow("no room at all") << 0 << 100;
    QTest::newRow("room for a part of a few rows") << 2 << 100;
    QTest::newRow("room for some of many chunks") << 200 << 20'000;
}

void FileExportNoRoomTest::fullDiskLosesNothing()
{
    QFETCH(const int, pagesLeft);
    QFETCH(const int, rows);
    QVERIFY(m_disk->fill(pagesLeft));
    const QStringList before = m_disk->files();
    const ExportResult result = exportRows(rows);
    QCOMPARE(result.outcome, ExportResult::Outcome::Failed);
    QVERIFY2(result.problem.contains(u"Not enough disk space"_s), qPrintable(result.problem));
    QVERIFY2(result.problem.contains(path()), qPrintable(result.problem));
    QCOMPARE(QByteArrayView(content()), textBefore);
    QCOMPARE(m_disk->files(), before);
    QVERIFY(m_disk->empty());
    QCOMPARE(exportRows(100).outcome, ExportResult::Outcome::Written);
    QCOMPARE(content().count('\n'), 101);
}

void FileExportNoRoomTest::readOnlyDiskIsSaid()
{
    QVERIFY(m_disk->setReadOnly(true));
    const ExportResult result = exportRows(100);
    QCOMPARE(result.outcome, ExportResult::Outcome::Failed);
    QVERIFY2(result.problem.contains(u"read-only"_s, Qt::CaseInsensitive),
             qPrintable(result.problem));
    QCOMPARE(QByteArrayView(content()), textBefore);
    QVERIFY(!QFile::remove(path()));
    QVERIFY(m_disk->setReadOnly(false));
    QVERIFY(QFile::remove(path()));
    QVERIFY(m_disk->setReadOnly(true));
    const ExportResult anew = exportRows(100);
    QVERIFY2(anew.problem.contains(u"Cannot write to the folder"_s), qPrintable(anew.problem));
    QVERIFY(m_disk->setReadOnly(false));
    QCOMPARE(m_disk->files(), QStringList());
}

QTEST_GUILESS_MAIN(FileExportNoRoomTest)
#include "tst_fileexportnoroom.moc"
