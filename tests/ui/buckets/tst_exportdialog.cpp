// SPDX-License-Identifier: Apache-2.0
#include "share/report/exportformat.h"
#include "tests/support/recordlist.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/exportdialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::findByName;
using testsupport::findLabel;
using testsupport::RecordList;
using testsupport::RecordRow;

/// The dialog that exports, by keys and by the names of its parts.
class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void bearsTheNamesThatOthersRelyOn();
    void suggestsAFile_data();
    void suggestsAFile();
    void offersTheMarkForCsvOnly();
    void exportsByKeys_data();
    void exportsByKeys();
    void completesPaths_data();
    void completesPaths();
    void saysThatAFileWillBeReplaced();
    void saysWhatIsWrongAndGoesOn();
    void stopsWithEscape();
    void stopsWithItsWindow();
    void browsesForAFile();
    void saysWhatThereIsNow();
    void callsAPartAPart();
    void leavesATypedNameAlone();

private:
    QString inFolder(const QString &name) const { return m_home->filePath(u"Documents/"_s + name); }
    void open(int rows, const QString &project = u"payments-prod"_s);
    QString shownPath() const;
    QString textOf(const QString &description) const;
    void choose(const QString &format);
    bool type(const QString &path);
    void press(Qt::Key key) { QTest::keyClick(m_dialog->focusWidget(), key); }
    QByteArray contentOf(const QString &path) const;
    static QString today() { return QDate::currentDate().toString(Qt::ISODate); }

    std::unique_ptr<QTemporaryDir> m_home;
    QList<RecordRow> m_rows;
    share::ExportScope m_scope;
    std::unique_ptr<ui::ExportDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_exported;
};

void ExportDialogTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void ExportDialogTest::init()
{
    m_dialog.reset();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", QFile::encodeName(m_home->path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));
    QVERIFY(QDir(m_home->path()).mkdir(u"Documents"_s));
}

/// While more is read, until an export begins: that is of what there was.
void ExportDialogTest::saysWhatThereIsNow()
{
    open(200'000);
    m_dialog->showWhatThereIs(300'000, u"More is being read."_s);
    QVERIFY(textOf(u"What is exported"_s).startsWith(u"300,000 "_s));
    QCOMPARE(textOf(u"What is missing"_s), u"More is being read."_s);
    m_dialog->showWhatThereIs(400'000, {});
    QVERIFY(!findLabel(m_dialog.get(), u"What is missing"_s));
    press(Qt::Key_Return);
    m_dialog->showWhatThereIs(1, u"Nothing is there any more."_s);
    QVERIFY(textOf(u"What is exported"_s).startsWith(u"400,000 "_s));
    QVERIFY(!findLabel(m_dialog.get(), u"What is missing"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!textOf(u"Export message"_s).isEmpty());
}

/// In the name, and in words where the format has no place for them.
void ExportDialogTest::callsAPartAPart()
{
    open(3);
    const QString start = inFolder(u"export-buckets-payments-prod-"_s + today());
    const auto unsaid = [this] {
        return textOf(u"What the file does not say"_s);
    };
    QCOMPARE(unsaid(), QString());
    m_dialog->showWhatThereIs(3, u"More is being read."_s);
    QCOMPARE(shownPath(), start + u"-part.csv");
    QVERIFY(unsaid().contains(u"“part”"_s));
    choose(u"JSON"_s);
    QCOMPARE(shownPath(), start + u"-part.json");
    QCOMPARE(unsaid(), QString());
    m_dialog->showWhatThereIs(4, {});
    QCOMPARE(shownPath(), start + u".json");
    m_dialog->showWhatThereIs(3, u"Some are missing."_s);
    choose(u"CSV"_s);
    QVERIFY(!unsaid().isEmpty());
}

void ExportDialogTest::leavesATypedNameAlone()
{
    open(3);
    QVERIFY(type(inFolder(u"mine.csv"_s)));
    m_dialog->showWhatThereIs(3, u"More is being read."_s);
    QCOMPARE(shownPath(), inFolder(u"mine.csv"_s));
}

void ExportDialogTest::open(int rows, const QString &project)
{
    m_rows = RecordList::made(rows);
    m_dialog = std::make_unique<ui::ExportDialog>(rows, project, [this] {
        return ui::ExportDialog::Rows{std::make_unique<RecordList>(m_rows), m_scope};
    });
    m_exported = std::make_unique<QSignalSpy>(m_dialog.get(), &ui::ExportDialog::exported);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QString ExportDialogTest::shownPath() const
{
    return findByName<QLineEdit>(m_dialog.get(), u"File"_s)->text();
}

QString ExportDialogTest::textOf(const QString &description) const
{
    const QLabel *label = findLabel(m_dialog.get(), description);
    return label ? label->text() : QString();
}

void ExportDialogTest::choose(const QString &format)
{
    findByName<QComboBox>(m_dialog.get(), u"Format"_s)->setCurrentText(format);
}

bool ExportDialogTest::type(const QString &path)
{
    findByName<QWidget>(m_dialog.get(), u"File"_s)->setFocus();
    return testsupport::typeInto(m_dialog.get(), u"File"_s, path);
}

QByteArray ExportDialogTest::contentOf(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ExportDialogTest::bearsTheNamesThatOthersRelyOn()
{
    open(12'345);
    QCOMPARE(m_dialog->windowTitle(), u"Export"_s);
    for (const QString &name : {u"Format"_s, u"Byte order mark (for Excel)"_s, u"File"_s,
                                u"Browse…"_s, u"Export"_s, u"Cancel"_s})
        QVERIFY2(findByName<QWidget>(m_dialog.get(), name), qPrintable(name));
    QVERIFY2(textOf(u"What is exported"_s).startsWith(u"12,345 export bucket"_s),
             qPrintable(textOf(u"What is exported"_s)));
    const auto *format = findByName<QComboBox>(m_dialog.get(), u"Format"_s);
    QCOMPARE(format->count(), 3);
    QCOMPARE(format->itemText(0), u"CSV"_s);
    QCOMPARE(format->itemText(1), u"JSON"_s);
    QCOMPARE(format->itemText(2), u"Markdown"_s);
    QCOMPARE(format->count(), static_cast<int>(share::exportFormats().size()));
}

void ExportDialogTest::suggestsAFile_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("part");
    QTest::newRow("project") << u"payments-prod"_s << u"payments-prod"_s;
    QTest::newRow("all projects") << QString() << u"all"_s;
    QTest::newRow("a name that is no file's") << u"../a b/c: \\*?"_s << u"a-b-c"_s;
    QTest::newRow("nothing but signs") << u"//"_s << u"all"_s;
    QTest::newRow("Korean") << u"결제 운영"_s << u"결제-운영"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(40, u'x');
}

void ExportDialogTest::suggestsAFile()
{
    QFETCH(const QString, project);
    QFETCH(const QString, part);
    open(3, project);
    const QString start = inFolder(u"export-buckets-"_s + part + u'-' + today());
    QCOMPARE(shownPath(), start + u".csv");
    choose(u"JSON"_s);
    QCOMPARE(shownPath(), start + u".json");
    choose(u"Markdown"_s);
    QCOMPARE(shownPath(), start + u".md");
    choose(u"CSV"_s);
    QCOMPARE(shownPath(), start + u".csv");
    QVERIFY(type(inFolder(u"mine.txt"_s)));
    choose(u"JSON"_s);
    QCOMPARE(shownPath(), inFolder(u"mine.txt"_s));
}

void ExportDialogTest::offersTheMarkForCsvOnly()
{
    open(3);
    const auto *mark = findByName<QWidget>(m_dialog.get(), u"Byte order mark (for Excel)"_s);
    QVERIFY(mark->isEnabled());
    choose(u"JSON"_s);
    QVERIFY(!mark->isEnabled());
    choose(u"CSV"_s);
    QVERIFY(mark->isEnabled());
}

void ExportDialogTest::exportsByKeys_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("withMark");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("CSV") << u"CSV"_s << false << "groupId,"_ba;
    QTest::newRow("CSV with a mark") << u"CSV"_s << true << "\xef\xbb\xbfgroupId,"_ba;
    QTest::newRow("JSON") << u"JSON"_s << false << "{\"schema\":1,"_ba;
    QTest::newRow("Markdown") << u"Markdown"_s << false << "| groupId |"_ba;
}

void ExportDialogTest::exportsByKeys()
{
    QFETCH(const QString, format);
    QFETCH(const bool, withMark);
    QFETCH(const QByteArray, start);
    open(5'000);
    choose(format);
    if (withMark)
        QTest::keyClick(findByName<QWidget>(m_dialog.get(), u"Byte order mark (for Excel)"_s),
                        Qt::Key_Space);
    const QString path = shownPath();
    const auto *input = findByName<QWidget>(m_dialog.get(), u"File"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_exported->size(), 1, 30'000);
    // That it exists now is no warning, and not announced as one.
    QCOMPARE(input->accessibleDescription(), QString());
    QCOMPARE(m_exported->first()[0].toString(), path);
    QCOMPARE(m_exported->first()[1].toInt(), 5'000);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(contentOf(path).startsWith(start));
    QVERIFY(contentOf(path).count('\n') >= 5'000);
}

void ExportDialogTest::completesPaths_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("name") << u"mine.csv"_s << u"/Documents/mine.csv"_s;
    QTest::newRow("spaces around") << u"  mine.csv "_s << u"/Documents/mine.csv"_s;
    QTest::newRow("home") << u"~/mine.csv"_s << u"/mine.csv"_s;
    QTest::newRow("one up") << u"../mine.csv"_s << u"/mine.csv"_s;
    QTest::newRow("a tilde in a name") << u"~mine.csv"_s << u"/Documents/~mine.csv"_s;
}

void ExportDialogTest::completesPaths()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, meant);
    open(3);
    QVERIFY(type(typed));
    QTest::keyClick(findByName<QWidget>(m_dialog.get(), u"File"_s), Qt::Key_Tab);
    QCOMPARE(shownPath(), m_home->path() + meant);
    QVERIFY(testsupport::click(m_dialog.get(), u"Export"_s));
    QTRY_COMPARE(m_exported->size(), 1);
    QCOMPARE(m_exported->first()[0].toString(), m_home->path() + meant);
    QVERIFY(QFile::exists(m_home->path() + meant));
}

void ExportDialogTest::saysThatAFileWillBeReplaced()
{
    QFile file(inFolder(u"old.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    open(3);
    const auto *input = findByName<QWidget>(m_dialog.get(), u"File"_s);
    QCOMPARE(input->accessibleDescription(), QString());
    QVERIFY(type(u"old.csv"_s));
    QCOMPARE(input->accessibleDescription(), u"This file exists and will be replaced."_s);
    QVERIFY(type(u"new.csv"_s));
    QCOMPARE(input->accessibleDescription(), QString());
    QVERIFY(type(u"old.csv"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(m_exported->size(), 1);
    QCOMPARE(contentOf(file.fileName()).count('\n'), 4);
}

void ExportDialogTest::saysWhatIsWrongAndGoesOn()
{
    open(3);
    const auto *input = findByName<QWidget>(m_dialog.get(), u"File"_s);
    for (const auto &[typed, words] :
         {std::pair(u"missing/a.csv"_s, u"does not exist"_s), std::pair(u"."_s, u"is a folder"_s),
          std::pair(u"  "_s, u"Enter a file name"_s),
          std::pair(u"/dev/null"_s, u"not a regular file"_s)}) {
        QVERIFY(type(typed));
        QVERIFY(testsupport::click(m_dialog.get(), u"Export"_s));
        QVERIFY2(input->accessibleDescription().contains(words),
                 qPrintable(input->accessibleDescription()));
        QVERIFY(m_dialog->isVisible());
    }
    QVERIFY(type(QString(300, u'x')));
    QVERIFY(testsupport::click(m_dialog.get(), u"Export"_s));
    QTRY_VERIFY2(textOf(u"Export message"_s).contains(u"too long"_s),
                 qPrintable(textOf(u"Export message"_s)));
    QVERIFY(m_exported->isEmpty());
    QVERIFY(type(u"good.csv"_s));
    QVERIFY(testsupport::click(m_dialog.get(), u"Export"_s));
    QTRY_COMPARE(m_exported->size(), 1);
}

void ExportDialogTest::stopsWithEscape()
{
    open(50'000);
    const QString path = shownPath();
    press(Qt::Key_Return);
    QVERIFY(findByName<QWidget>(m_dialog.get(), u"Export progress"_s));
    QVERIFY(!findByName<QWidget>(m_dialog.get(), u"Export"_s)->isEnabled());
    QVERIFY(!findByName<QWidget>(m_dialog.get(), u"File"_s)->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(findByName<QWidget>(m_dialog.get(), u"Cancelling…"_s));
    QTRY_COMPARE(textOf(u"Export message"_s), u"Export stopped. No files were changed."_s);
    QVERIFY(!findByName<QWidget>(m_dialog.get(), u"Export progress"_s));
    QVERIFY(findByName<QWidget>(m_dialog.get(), u"Cancel"_s));
    QVERIFY(!QFile::exists(path));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(shownPath(), path);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(m_exported->isEmpty());
}

void ExportDialogTest::stopsWithItsWindow()
{
    open(50'000);
    const QString path = shownPath();
    press(Qt::Key_Return);
    QVERIFY(findByName<QWidget>(m_dialog.get(), u"Export progress"_s));
    m_dialog.reset();
    QCoreApplication::processEvents();
    QVERIFY(!QFile::exists(path));
}

void ExportDialogTest::browsesForAFile()
{
    open(3);
    choose(u"JSON"_s);
    QVERIFY(testsupport::click(m_dialog.get(), u"Browse…"_s));
    auto *browser = m_dialog->findChild<QFileDialog *>();
    QVERIFY(browser);
    QTRY_VERIFY(browser->isVisible());
    QCOMPARE(browser->acceptMode(), QFileDialog::AcceptSave);
    QVERIFY(browser->nameFilters().constFirst().contains(u"*.json"_s));
    QVERIFY(browser->selectedFiles().constFirst().endsWith(u".json"_s));
    Q_EMIT browser->fileSelected(inFolder(u"chosen.json"_s));
    QCOMPARE(shownPath(), inFolder(u"chosen.json"_s));
    browser->close();
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
