// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/widgetfinder.h"
#include "tests/ui/window/mainwindowtest.h"
#include "ui/accessibility/announcer.h"
#include "ui/finder/finddialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/helppage.h"
#include "ui/window/keysdialog.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using testsupport::findByName;

namespace {

/// In place of the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"file"_s); }
    Q_DISABLE_COPY_MOVE(Browser)

    const QList<QUrl> &opened() const { return m_opened; }

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private:
    QList<QUrl> m_opened;
};

} // namespace

/// Ctrl+K, driven by keys.
class FindAnythingTest : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void opensAProject();
    void opensABucket();
    void findsABucketByItsId();
    void opensACluster();
    void runsACommand();
    void showsASetting();
    void beginsWithWhatWasLast();
    void copiesAnId();
    void movesByArrows();
    void saysWhatIsNotThere();
    void announcesWhatIsFound();
    void opensWhatAssistiveTechnologySelects();
    void asksAtlasNothing();
    void givesTheFocusBack();
    void opensTheHelp();
    void opensTheHelpBesideTheKeys();
    void looksForTheHelpWhereItIsInstalled();

private:
    void openFinder();
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    QLineEdit *search() const;
    QListView *results() const;
    QStringList names() const;
    QString saying() const { return ui::Announcer::of(window())->text(); }
};

void FindAnythingTest::openFinder()
{
    QTRY_VERIFY(!search());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(search() && results());
}

void FindAnythingTest::type(const QString &text)
{
    search()->setFocus();
    search()->clear();
    QTest::keyClicks(search(), text);
}

void FindAnythingTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(search(), key, modifiers);
}

QLineEdit *FindAnythingTest::search() const
{
    return findByName<QLineEdit>(window(), u"Search"_s);
}

QListView *FindAnythingTest::results() const
{
    return findByName<QListView>(window(), u"Results"_s);
}

QStringList FindAnythingTest::names() const
{
    QStringList names;
    for (int row = 0; row < results()->model()->rowCount(); ++row)
        names.append(results()->model()->index(row, 0).data().toString());
    return names;
}

void FindAnythingTest::opensAProject()
{
    openAndWait(payments());
    openFinder();
    type(u"analyt"_s);
    QCOMPARE(names().constFirst(), u"analytics-eu"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(window()->windowTitle(), u"analytics-eu – Bucketscope"_s);
    QVERIFY(!search());
}

void FindAnythingTest::opensABucket()
{
    openAndWait(payments());
    const QString name = cell(table(), 2, 0);
    openFinder();
    type(name);
    QCOMPARE(names().constFirst(), name);
    press(Qt::Key_Return);
    const auto selected = [this] {
        const QModelIndex current = table() ? table()->currentIndex() : QModelIndex();
        return current.siblingAtColumn(0).data().toString();
    };
    QTRY_COMPARE(selected(), name);
}

void FindAnythingTest::findsABucketByItsId()
{
    openAndWait(payments());
    const atlas::BucketId id = session().buckets().idAt(1);
    openFinder();
    type(id.toHex().right(9));
    const auto places = results()->model();
    QCOMPARE_GE(places->rowCount(), 1);
    QVERIFY(names().contains(cell(table(), 1, 0)));
}

void FindAnythingTest::opensACluster()
{
    openAndWait(payments());
    session().exportCheck().start();
    QTRY_COMPARE(session().exportCheck().state(), insight::ExportCheck::State::Checked);
    const insight::Facts facts = session().exportCheck().facts();
    const auto withClusters = std::find_if(
        facts.projects.begin(), facts.projects.end(),
        [](const insight::ProjectFacts &one) { return !one.clusters.value.isEmpty(); });
    QVERIFY(withClusters != facts.projects.end());
    openFinder();
    type(withClusters->clusters.value.first().cluster.name.toString());
    const QModelIndex first = results()->model()->index(0, 0);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"Cluster"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(session().pager().project(), std::optional(withClusters->project.id));
}

void FindAnythingTest::runsACommand()
{
    openAndWait(payments());
    openFinder();
    type(u"hide status"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!findByName<QWidget>(window(), u"Problems"_s));
}

void FindAnythingTest::showsASetting()
{
    openAndWait(payments());
    openFinder();
    type(u"theme"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(findByName<QWidget>(window(), u"Theme"_s));
    const auto *settings = window()->findChild<ui::SettingsDialog *>();
    QVERIFY(settings && settings->isVisible());
}

void FindAnythingTest::beginsWithWhatWasLast()
{
    openAndWait(payments());
    openFinder();
    type(u"analyt"_s);
    press(Qt::Key_Return);
    waitUntilLoaded();
    openFinder();
    QCOMPARE(names().constFirst(), u"analytics-eu"_s);
    QCOMPARE(names().count(u"analytics-eu"_s), 1);
}

void FindAnythingTest::copiesAnId()
{
    openAndWait(payments());
    openFinder();
    type(u"analyt"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(saying().contains(u"ID copied"_s));
    QCOMPARE(QApplication::clipboard()->text().size(), 24);
    QVERIFY(!search());
    QCOMPARE(session().pager().project(), std::optional(payments()));
}

void FindAnythingTest::movesByArrows()
{
    openAndWait(payments());
    openFinder();
    const QAbstractItemModelTester tester(results()->model());
    QCOMPARE(results()->currentIndex().row(), 0);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QCOMPARE(results()->currentIndex().row(), 1);
    QCOMPARE(search()->window()->focusWidget(), search());
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    QCOMPARE(results()->currentIndex().row(), results()->model()->rowCount() - 1);
}

void FindAnythingTest::saysWhatIsNotThere()
{
    openAndWait(payments());
    openFinder();
    type(u"qqqqqq"_s);
    QCOMPARE(results()->model()->rowCount(), 0);
    press(Qt::Key_Return);
    QVERIFY(search());
}

/// After a pause in typing: how many there are, and what Return opens.
void FindAnythingTest::announcesWhatIsFound()
{
    openAndWait(payments());
    openFinder();
    type(u"analyt"_s);
    const QModelIndex first = results()->model()->index(0, 0);
    const QString count = QLocale().toString(results()->model()->rowCount()) + u" result"_s;
    QTRY_VERIFY2(saying().startsWith(count), qPrintable(saying()));
    QVERIFY(saying().endsWith(first.data(Qt::AccessibleTextRole).toString()));
    type(u"qqqqqq"_s);
    QTRY_VERIFY(saying().startsWith(u"Nothing matches."_s));
}

/// A row that is selected without keys or mouse is the one that Return opens.
void FindAnythingTest::opensWhatAssistiveTechnologySelects()
{
    openAndWait(payments());
    openFinder();
    type(u"a"_s);
    QVERIFY(results()->model()->rowCount() > 2);
    const QString name = names().at(2);
    QVERIFY(QAccessible::queryAccessibleInterface(results())->tableInterface()->selectRow(2));
    QTRY_COMPARE(results()->currentIndex().row(), 2);
    QCOMPARE(results()->selectionModel()->selectedIndexes().size(), 1);
    const QSignalSpy chosen(window()->findChild<ui::FindDialog *>(), &ui::FindDialog::chosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<insight::Place>().name, name);
}

void FindAnythingTest::asksAtlasNothing()
{
    openAndWait(payments());
    QTRY_VERIFY(!session().isBusy());
    const int before = session().exchangeLog().rowCount();
    openFinder();
    type(u"ledger payments"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!search());
    QCOMPARE(session().exchangeLog().rowCount(), before);
}

void FindAnythingTest::givesTheFocusBack()
{
    openAndWait(payments());
    table()->setFocus();
    openFinder();
    press(Qt::Key_Escape);
    QTRY_VERIFY(table()->hasFocus());
}

void FindAnythingTest::opensTheHelp()
{
    const Browser browser;
    openAndWait(payments());
    openFinder();
    type(u"help"_s);
    QCOMPARE(names().constFirst(), u"Help"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(browser.opened().size(), 1);
    const QString page = browser.opened().constFirst().toLocalFile();
    QVERIFY2(page.endsWith("/html/en/index.html"_L1) && QFile::exists(page), qPrintable(page));
}

/// In the language that is spoken.
void FindAnythingTest::opensTheHelpBesideTheKeys()
{
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    const Browser browser;
    openAndWait(payments());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QLocale::setDefault(QLocale(u"ko"_s));
    QTest::keyClick(window(), Qt::Key_F1);
    auto *dialog = window()->findChild<ui::KeysDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    auto *help = findByName<QPushButton>(dialog, u"Help"_s);
    QVERIFY(help);
    QTest::mouseClick(help, Qt::LeftButton);
    QTRY_COMPARE(browser.opened().size(), 1);
    QVERIFY(browser.opened().constFirst().path().endsWith("/html/ko/index.html"_L1));
    QTRY_VERIFY(!window()->findChild<ui::KeysDialog *>());
}

/// What is not there is said, with the place where it should be.
void FindAnythingTest::looksForTheHelpWhereItIsInstalled()
{
    const QTemporaryDir prefix;
    const QDir root(QFileInfo(prefix.path()).canonicalFilePath());
    QVERIFY(root.mkpath(u"bin"_s) && root.mkpath(u"share/doc/bucketscope/html/ko"_s));
    const QString programs = root.filePath(u"bin"_s);
    QFile page(root.filePath(u"share/doc/bucketscope/html/ko/index.html"_s));
    QVERIFY(page.open(QIODevice::WriteOnly));
    QCOMPARE(ui::helpPageFor(programs, u"ko"_s), page.fileName());
    QCOMPARE(ui::helpPageFor(programs, u"en"_s), QString());

    const auto failure = ui::openHelpPage(programs);
    QVERIFY(failure);
    const ui::WindowNotice notice = (*failure)();
    QVERIFY(notice.isWarning);
    QCOMPARE(notice.headline, u"The help is not installed."_s);
    QVERIFY2(notice.text.contains(root.filePath(u"share/doc/bucketscope/html"_s)),
             qPrintable(notice.text));

    // Nothing here opens pages.
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"ko"_s));
    const auto unopened = ui::openHelpPage(programs);
    QVERIFY(unopened);
    QCOMPARE((*unopened)().headline, u"The help could not be opened."_s);
    QVERIFY((*unopened)().text.contains(page.fileName()));
}

QTEST_MAIN(FindAnythingTest)
#include "tst_findanything.moc"
