// SPDX-License-Identifier: Apache-2.0
#include "share/report/csvwriter.h"
#include "share/report/fileexport.h"
#include "tests/support/recordlist.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using share::CsvWriter;
using share::ExportResult;
using share::FileExport;
using testsupport::RecordList;
using testsupport::RecordRow;

namespace {

constexpr int ManyRows = 100'000;
/// Enough to be stopped on the way.
constexpr int SomeRows = 10'000;
constexpr QByteArrayView oldText = "what was there before";

QByteArray csvOf(const QList<RecordRow> &rows)
{
    QByteArray text;
    CsvWriter writer(CsvWriter::ByteOrderMark::Without);
    writer.begin(text);
    for (const RecordRow &row : rows)
        writer.row(row.record(), text);
    writer.end(text);
    return text;
}

} // namespace

/// An export ends with the whole file, or with the old one.
class FileExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void writesAFile_data();
    void writesAFile();
    void tellsHowFarItIs();
    void replacesTheFileBehindALink();
    void keepsPermissions();
    void stopsOnRequest_data();
    void stopsOnRequest();
    void stopsWhileTheDiskIsWaitedFor();
    void cannotBeStoppedOnceItIsDone();
    void diesInTheMiddle();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void leavesDevicesAlone();

private:
    QString path() const { return m_folder->filePath(u"export.csv"_s); }
    QByteArray content() const;
    bool writeOldFile();
    std::unique_ptr<FileExport> makeExport(const QList<RecordRow> &rows, const QString &path);
    /// Runs it to its end.
    ExportResult run(FileExport &task);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray FileExportTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool FileExportTest::writeOldFile()
{
    QFile file(path());
    return file.open(QIODevice::WriteOnly)
        && file.write(oldText.data(), oldText.size()) == oldText.size();
}

std::unique_ptr<FileExport> FileExportTest::makeExport(const QList<RecordRow> &rows,
                                                       const QString &path)
{
    return std::make_unique<FileExport>(
        std::make_unique<RecordList>(rows),
        std::make_unique<CsvWriter>(CsvWriter::ByteOrderMark::Without), path);
}

ExportResult FileExportTest::run(FileExport &task)
{
    QSignalSpy finished(&task, &FileExport::finished);
    task.start();
    if (!finished.isEmpty()
        || !QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, 60'000))
        qFatal("not finished, or at once");
    QCoreApplication::processEvents();
    if (finished.size() != 1)
        qFatal("finished twice");
    return finished[0][0].value<ExportResult>();
}

void FileExportTest::writesAFile_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 17, 5'000})
        QTest::addRow("%d rows", rows) << rows;
}

void FileExportTest::writesAFile()
{
    QFETCH(const int, rows);
    const auto list = RecordList::made(rows);
    const auto task = makeExport(list, path());
    QCOMPARE(task->rowCount(), rows);
    const ExportResult result = run(*task);
    QCOMPARE(result.outcome, ExportResult::Outcome::Written);
    QCOMPARE(result.problem, QString());
    QCOMPARE(result.rows, rows);
    QCOMPARE(content(), csvOf(list));
    QCOMPARE(result.bytes, content().size());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"export.csv"_s});
}

void FileExportTest::tellsHowFarItIs()
{
    const auto list = RecordList::made(ManyRows);
    const auto task = makeExport(list, path());
    const QSignalSpy progressed(task.get(), &FileExport::progressed);
    QCOMPARE(run(*task).rows, ManyRows);
    QVERIFY(progressed.size() > 1);
    int before = 0;
    for (const QList<QVariant> &step : progressed) {
        QVERIFY(step[0].toInt() > before);
        before = step[0].toInt();
    }
    QCOMPARE(before, ManyRows);
    QVERIFY(content() == csvOf(list));
}

void FileExportTest::replacesTheFileBehindALink()
{
    QVERIFY(writeOldFile());
    const QString link = m_folder->filePath(u"link.csv"_s);
    QVERIFY(QFile::link(path(), link));
    const auto list = RecordList::made(3);
    QCOMPARE(run(*makeExport(list, link)).outcome, ExportResult::Outcome::Written);
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(content(), csvOf(list));
}

void FileExportTest::keepsPermissions()
{
    QVERIFY(writeOldFile());
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    const auto before = QFile::permissions(path());
    QCOMPARE(run(*makeExport(RecordList::made(3), path())).outcome, ExportResult::Outcome::Written);
    QCOMPARE(QFile::permissions(path()), before);
}

void FileExportTest::stopsOnRequest_data()
{
    QTest::addColumn<bool>("hasOldFile");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("new file, at once") << false << true;
    QTest::newRow("new file, on the way") << false << false;
    QTest::newRow("old file, at once") << true << true;
    QTest::newRow("old file, on the way") << true << false;
}

void FileExportTest::stopsOnRequest()
{
    QFETCH(const bool, hasOldFile);
    QFETCH(const bool, atOnce);
    if (hasOldFile)
        QVERIFY(writeOldFile());
    const auto task = makeExport(RecordList::made(SomeRows), path());
    const QSignalSpy progressed(task.get(), &FileExport::progressed);
    if (atOnce)
        task->cancel();
    connect(task.get(), &FileExport::progressed, task.get(), &FileExport::cancel);
    const ExportResult result = run(*task);
    QCOMPARE(result.outcome, ExportResult::Outcome::Cancelled);
    QCOMPARE(result.rows, 0);
    QCOMPARE(result.bytes, 0);
    QCOMPARE(progressed.size(), atOnce ? 0 : 1);
    QCOMPARE(QByteArrayView(content()), hasOldFile ? oldText : QByteArrayView());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(),
             hasOldFile ? 1 : 0);
}

/// While the disk is waited for, it is stopped or done, and the file is as the result says.
void FileExportTest::stopsWhileTheDiskIsWaitedFor()
{
    for (int round = 0; round < 20; ++round) {
        QVERIFY(writeOldFile());
        const auto task = makeExport(RecordList::made(3), path());
        connect(task.get(), &FileExport::progressed, task.get(),
                [&task] { QTimer::singleShot(1, task.get(), [&task] { task->cancel(); }); });
        const bool isWritten = run(*task).outcome == ExportResult::Outcome::Written;
        QCOMPARE(QByteArrayView(content()) == oldText, !isWritten);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
}

void FileExportTest::cannotBeStoppedOnceItIsDone()
{
    const auto task = makeExport(RecordList::made(3), path());
    QCOMPARE(run(*task).outcome, ExportResult::Outcome::Written);
    const QSignalSpy finished(task.get(), &FileExport::finished);
    task->cancel();
    QCoreApplication::processEvents();
    QVERIFY(finished.isEmpty());
    QVERIFY(QFile::exists(path()));
}

void FileExportTest::diesInTheMiddle()
{
    QVERIFY(writeOldFile());
    auto task = makeExport(RecordList::made(SomeRows), path());
    QSignalSpy progressed(task.get(), &FileExport::progressed);
    task->start();
    QVERIFY(progressed.wait());
    task.reset();
    QCOMPARE(QByteArrayView(content()), oldText);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void FileExportTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("no folder") << u"missing/export.csv"_s << u"does not exist"_s;
    QTest::newRow("below a file") << u"export.csv/export.csv"_s << u"does not exist"_s;
    QTest::newRow("a folder") << u"folder"_s << u"is a folder"_s;
    QTest::newRow("a folder's name") << u"folder/"_s << u"is a folder"_s;
    QTest::newRow("a missing folder's name") << u"missing/"_s << u"is a folder"_s;
    QTest::newRow("too long") << QString(300, u'x') << u"too long"_s;
    QTest::newRow("nothing") << QString() << u"Enter a file name"_s;
}

void FileExportTest::saysWhatIsWrong()
{
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    QVERIFY(writeOldFile());
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    const auto task = makeExport(RecordList::made(3),
                                 name.isEmpty() ? QString() : m_folder->path() + u'/' + name);
    const ExportResult result = run(*task);
    QCOMPARE(result.outcome, ExportResult::Outcome::Failed);
    QVERIFY2(result.problem.contains(words), qPrintable(result.problem));
    QCOMPARE(QByteArrayView(content()), oldText);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             (QStringList{u"export.csv"_s, u"folder"_s}));
}

void FileExportTest::leavesDevicesAlone()
{
    const ExportResult result = run(*makeExport(RecordList::made(3), u"/dev/null"_s));
    QCOMPARE(result.outcome, ExportResult::Outcome::Failed);
    QVERIFY2(result.problem.contains(u"not a regular file"), qPrintable(result.problem));
    QVERIFY(QFileInfo::exists(u"/dev/null"_s) && !QFileInfo(u"/dev/null"_s).isFile());
}

QTEST_GUILESS_MAIN(FileExportTest)
#include "tst_fileexport.moc"
