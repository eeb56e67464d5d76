// SPDX-License-Identifier: Apache-2.0
#include "mainwindowtest.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/projects/projectpopup.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowgeometry.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using testsupport::click;
using testsupport::findByName;

/// Panes that fold, so that the table has the room.
class WindowPanesTest : public MainWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void foldsAndUnfolds_data();
    void foldsAndUnfolds();
    void leavesMostToTheTable();
    void givesTheFocusOfAFoldedPaneToTheTable();
    void goesToProjectsThatAreFolded();
    void offersProjectsThatAreFolded();
    void opensWhatThePopupIsFilteredFor();
    void popupClosesOnItsOwnProject();
    void popupGoesWithItsSession();
    void opensDetailsByKey_data();
    void opensDetailsByKey();
    void leavesDetailsFoldedBySelection();
    void keepsDetailsOfOtherViewsAway();
    void remembers();
    void opensWhatTheScreenHasRoomFor();

private:
    QWidget *pane(const QString &part) const;
    ui::ProjectPopup *openPopup();
};

/// Where a part of it stands, whether that is to be seen or not.
QWidget *WindowPanesTest::pane(const QString &part) const
{
    const auto widgets = window()->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->accessibleName() != part)
            continue;
        for (QWidget *one = widget; one; one = one->parentWidget()) {
            if (qobject_cast<QSplitter *>(one->parentWidget()))
                return one;
        }
    }
    return nullptr;
}

void WindowPanesTest::foldsAndUnfolds_data()
{
    QTest::addColumn<QString>("toggle");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("key");
    QTest::newRow("projects") << u"Show projects"_s << u"Projects"_s << int(Qt::Key_1);
    QTest::newRow("details") << u"Show details"_s << u"Bucket details"_s << int(Qt::Key_2);
    QTest::newRow("status") << u"Show status"_s << u"Problems"_s << int(Qt::Key_3);
}

void WindowPanesTest::foldsAndUnfolds()
{
    QFETCH(const QString, toggle);
    QFETCH(const QString, part);
    QFETCH(const int, key);
    openAndWait(payments());
    const auto *button = findByName<QAbstractButton>(window(), toggle);
    QVERIFY(button && button->isCheckable() && button->isChecked());
    QWidget *folding = pane(part);
    QVERIFY(folding && folding->isVisible());
    const QSize before = folding->size();

    QVERIFY(click(window(), toggle));
    QVERIFY(!folding->isVisible());
    QVERIFY(!button->isChecked());
    QTest::keyClick(window(), Qt::Key(key), Qt::ControlModifier);
    QTRY_COMPARE(folding->size(), before);
    QVERIFY(folding->isVisible());
    QVERIFY(button->isChecked());
    QTest::keyClick(window(), Qt::Key(key), Qt::ControlModifier);
    QVERIFY(!folding->isVisible());
}

void WindowPanesTest::leavesMostToTheTable()
{
    openAndWait(endToEnd());
    window()->resize(1366, 768);
    QVERIFY(click(window(), u"Show details"_s));
    QVERIFY(click(window(), u"Show status"_s));
    QTRY_COMPARE_GE(table()->width() * 100 / window()->width(), 72);
    QTRY_COMPARE_GE(table()->height() * 100 / window()->height(), 70);
}

void WindowPanesTest::givesTheFocusOfAFoldedPaneToTheTable()
{
    openAndWait(payments());
    findByName<QWidget>(window(), u"Filter projects"_s)->setFocus();
    QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(table()->hasFocus());
}

void WindowPanesTest::goesToProjectsThatAreFolded()
{
    openAndWait(payments());
    QVERIFY(click(window(), u"Show projects"_s));
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    const auto *projects = findByName<QWidget>(window(), u"Projects"_s);
    QVERIFY(projects && projects->hasFocus());
}

ui::ProjectPopup *WindowPanesTest::openPopup()
{
    if (!click(window(), u"Show projects"_s) || !click(window(), u"Select a project"_s))
        return nullptr;
    return window()->findChild<ui::ProjectPopup *>();
}

/// Without a change of the layout; and nothing opens by the arrows alone.
void WindowPanesTest::offersProjectsThatAreFolded()
{
    openAndWait(payments());
    QVERIFY(!findByName<QWidget>(window(), u"Select a project"_s));
    const QPointer popup = openPopup();
    QVERIFY(popup && popup->isVisible());
    QVERIFY(window()->frameGeometry().contains(popup->geometry()));
    QVERIFY(!pane(u"Bucket details"_s)->isHidden());
    auto *filter = findByName<QWidget>(popup, u"Filter projects"_s);
    QVERIFY(filter && filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Down);
    auto *list = findByName<QAbstractItemView>(popup, u"Projects"_s);
    QVERIFY(list && list->hasFocus());
    QTest::keyClick(list, Qt::Key_Home);
    QVERIFY(list->currentIndex() == list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(!popup);
    QVERIFY(session().inventory().isShown());
    QVERIFY(click(window(), u"Show projects"_s));
    QVERIFY(!findByName<QWidget>(window(), u"Select a project"_s));
}

void WindowPanesTest::opensWhatThePopupIsFilteredFor()
{
    openAndWait(payments());
    const QPointer popup = openPopup();
    QVERIFY(popup);
    auto *filter = findByName<QWidget>(popup, u"Filter projects"_s);
    QVERIFY(filter);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(popup && popup->isVisible());
    QTest::keyClicks(filter, session().projects().project(endToEnd())->name);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_VERIFY(!popup);
    QCOMPARE(session().pager().project(), std::optional(endToEnd()));
}

void WindowPanesTest::popupClosesOnItsOwnProject()
{
    openAndWait(payments());
    QPointer popup = openPopup();
    QVERIFY(popup);
    auto *list = findByName<QAbstractItemView>(popup, u"Projects"_s);
    QVERIFY(list && list->currentIndex().isValid());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->currentIndex()).center());
    QTRY_VERIFY(!popup);
    QCOMPARE(session().pager().project(), std::optional(payments()));
    QVERIFY(click(window(), u"Select a project"_s));
    popup = window()->findChild<ui::ProjectPopup *>();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!popup);
}

void WindowPanesTest::popupGoesWithItsSession()
{
    openAndWait(payments());
    const QPointer popup = openPopup();
    QVERIFY(popup && popup->isVisible());
    window()->setSession(nullptr);
    QVERIFY(!popup);
    const auto *button = findByName<QAbstractButton>(window(), u"Select a project"_s);
    QVERIFY(button && !button->isEnabled());
    QCOMPARE(button->toolTip(), u"Sign in to a profile first."_s);
}

void WindowPanesTest::opensDetailsByKey_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Space") << int(Qt::Key_Space);
}

void WindowPanesTest::opensDetailsByKey()
{
    QFETCH(const int, key);
    openAndWait(payments());
    QVERIFY(click(window(), u"Show details"_s));
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QTest::keyClick(table(), Qt::Key(key));
    QVERIFY(pane(u"Bucket details"_s)->isVisible());
}

void WindowPanesTest::leavesDetailsFoldedBySelection()
{
    openAndWait(payments());
    QVERIFY(click(window(), u"Show details"_s));
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Down);
    QVERIFY(!pane(u"Bucket details"_s)->isVisible());
}

/// Where no bucket can be selected, a key brings none.
void WindowPanesTest::keepsDetailsOfOtherViewsAway()
{
    openAndWait(payments());
    window()->openAllProjects();
    auto *views = findByName<QTabBar>(window(), u"Views"_s);
    QVERIFY(views);
    views->setCurrentIndex(1);
    QTRY_VERIFY(!pane(u"Bucket details"_s)->isVisible());
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(!pane(u"Bucket details"_s)->isVisible());
    views->setCurrentIndex(0);
    QTRY_VERIFY(pane(u"Bucket details"_s)->isVisible());
}

void WindowPanesTest::remembers()
{
    openAndWait(payments());
    const int width = pane(u"Bucket details"_s)->width();
    QVERIFY(click(window(), u"Show details"_s));
    window()->close();
    fixture().stop();
    QVERIFY(fixture().start());
    ui::MainWindow *again = fixture().window();
    QTRY_VERIFY(findByName<QAbstractButton>(again, u"Show details"_s));
    QVERIFY(!findByName<QWidget>(again, u"Bucket details"_s));
    QVERIFY(findByName<QWidget>(again, u"Problems"_s));
    QVERIFY(click(again, u"Show details"_s));
    auto *details = findByName<QWidget>(again, u"Bucket details"_s);
    QVERIFY(details);
    QTRY_COMPARE(details->width(), width);
}

/// Which depends on the screen; what is chosen counts on any.
void WindowPanesTest::opensWhatTheScreenHasRoomFor()
{
    openAndWait(payments());
    const ui::OpenPanes open = ui::firstOpenPanes(window()->screen()->availableSize().width());
    const auto isOpen = [this](const QString &part) {
        return findByName<QWidget>(fixture().window(), part) != nullptr;
    };
    QCOMPARE(isOpen(u"Projects"_s), open.projects);
    QCOMPARE(isOpen(u"Bucket details"_s), open.details);
    QCOMPARE(isOpen(u"Problems"_s), open.status);
    QVERIFY(table());
    QVERIFY(click(window(), u"Show projects"_s));
    QVERIFY(click(window(), u"Show status"_s));
    window()->close();
    fixture().stop();
    QVERIFY(fixture().start());
    QTRY_VERIFY(isOpen(u"Show projects"_s));
    QCOMPARE(isOpen(u"Projects"_s), !open.projects);
    QCOMPARE(isOpen(u"Bucket details"_s), open.details);
    QCOMPARE(isOpen(u"Problems"_s), !open.status);
}

QTEST_MAIN(WindowPanesTest)
#include "tst_windowpanes.moc"
