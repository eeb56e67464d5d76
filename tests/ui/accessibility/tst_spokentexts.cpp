// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketviews.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QGroupBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

/// The item of this name in a list, as assistive technology meets it; nullptr if there is none.
const QAccessibleInterface *itemOf(QWidget *list, const QString &name)
{
    const auto *items = QAccessible::queryAccessibleInterface(list);
    for (int i = 0; i < items->childCount(); ++i) {
        if (items->child(i)->text(QAccessible::Name).startsWith(name))
            return items->child(i);
    }
    return nullptr;
}

} // namespace

/// What is said of the window's parts where their looks say more than their texts.
class SpokenTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsOfProjects_data();
    void tellsOfProjects();
    void tellsWhatBareCellsMean_data();
    void tellsWhatBareCellsMean();
    void tellsWhatEnterDoesOnABar();
    void filtersByABarWithoutMouseAndKeys();
    void namesTabsWithoutTheirCounts();
    void tellsThatNothingIsLoaded();
    void tellsWhichBucketBeforeItsTabs();
    void tellsTheWholeNameOfABucket();
    void opensTheMenuOnItsFirstItem();
    void opensTheMenuOfDuplicatesOnItsFirstItem();
    void opensTheMenuOfColumnsOnAnItem();

private:
    void open(QLatin1StringView project);
    void readAllProjects();
    QTableView *table() const { return findByName<QTableView>(window(), u"Export buckets"_s); }
    QWidget *window() const { return m_fixture->window(); }
    Session &session() { return m_fixture->session(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void SpokenTextsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void SpokenTextsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void SpokenTextsTest::open(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
}

void SpokenTextsTest::readAllProjects()
{
    open(sample::PaymentsProd);
    m_fixture->window()->openAllProjects();
    QTRY_COMPARE_WITH_TIMEOUT(session().inventory().state(), buckets::Inventory::State::Ready,
                              30'000);
}

void SpokenTextsTest::tellsOfProjects_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("said");
    QTest::newRow("all") << u"All projects"_s << u"14 projects"_s;
    QTest::newRow("read") << u"Payments – prod"_s << u"31 export bucket.*, 6 clusters"_s;
    QTest::newRow("empty") << u"sandbox"_s << u"0 export bucket.*, No clusters"_s;
    QTest::newRow("not read") << u"Legacy"_s << u"not read, 403"_s;
}

/// The numbers beside the name, and that it could not be read.
void SpokenTextsTest::tellsOfProjects()
{
    QFETCH(const QString, project);
    QFETCH(const QString, said);
    readAllProjects();
    const auto *item = itemOf(findByName<QAbstractItemView>(window(), u"Projects"_s), project);
    QVERIFY(item);
    const QRegularExpression whole(QRegularExpression::anchoredPattern(said));
    QVERIFY2(whole.match(item->text(QAccessible::Description)).hasMatch(),
             qPrintable(item->text(QAccessible::Description)));
}

void SpokenTextsTest::tellsWhatBareCellsMean_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("region") << u"Region"_s << u"no region|Not loaded|[a-z].*"_s;
    QTest::newRow("role") << u"Role ID"_s << u"no role ID|[0-9a-f]{24}"_s;
    QTest::newRow("service URL") << u"Service URL"_s << u"no service URL|https://.*"_s;
    QTest::newRow("tenant") << u"Tenant ID"_s << u"no tenant ID|[0-9a-f-]{36}"_s;
    QTest::newRow("used by") << u"Used by"_s << u"used by (none|\\d+ .*)|Not loaded yet.*"_s;
    QTest::newRow("last export") << u"Last export"_s
                                 << u"never exported|(last export:?|exports) [^—✓✕×▸]+"_s;
    QTest::newRow("used by, once only") << u"Used by"_s << u"[^.]*|Not loaded yet.*"_s;
}

/// A number or a dash says nothing to whom the header above it is not read.
void SpokenTextsTest::tellsWhatBareCellsMean()
{
    QFETCH(const QString, column);
    QFETCH(const QString, pattern);
    open(sample::PaymentsProd);
    table()->selectRow(0);
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
    QTRY_VERIFY(!session().isBusy());
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    const QRegularExpression date(u"\\d{4}-\\d{2}-\\d{2}"_s);
    const QAbstractItemModel &rows = *table()->model();
    int columnIndex = 0;
    while (columnIndex < rows.columnCount()
           && rows.headerData(columnIndex, Qt::Horizontal).toString() != column)
        ++columnIndex;
    QVERIFY(columnIndex < rows.columnCount());
    for (int row = 0; row < rows.rowCount(); ++row) {
        const QModelIndex cell = rows.index(row, columnIndex);
        const QString said = cell.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(whole.match(said).hasMatch(), qPrintable(said));
        QVERIFY2(said.count(date) <= 1, qPrintable(said));
    }
}

void SpokenTextsTest::tellsWhatEnterDoesOnABar()
{
    readAllProjects();
    window()->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Overview);
    QTRY_VERIFY(findByName<QListView>(window(), u"Provider"_s));
    auto *providers = findByName<QListView>(window(), u"Provider"_s);
    QTRY_VERIFY(itemOf(providers, u"AWS"_s));
    QCOMPARE(itemOf(providers, u"AWS"_s)->text(QAccessible::Description),
             u"Press Enter to show only these buckets."_s);
}

/// Assistive technology selects it, or presses it, as often as it does; keys that go past do not.
void SpokenTextsTest::filtersByABarWithoutMouseAndKeys()
{
    readAllProjects();
    auto *views = window()->findChild<ui::BucketViews *>();
    auto *filter = findByName<QLineEdit>(window(), u"Filter buckets"_s);
    for (const bool isPressed : {false, true, false, true}) {
        filter->clear();
        views->goTo(ui::BucketViews::View::Overview);
        QTRY_VERIFY(findByName<QListView>(window(), u"Provider"_s));
        auto *providers = findByName<QListView>(window(), u"Provider"_s);
        QTRY_VERIFY(providers->model()->rowCount() > 1);
        auto *bars = QAccessible::queryAccessibleInterface(providers);
        if (isPressed) {
            auto *actions = bars->child(1)->actionInterface();
            QVERIFY(actions && !actions->actionNames().isEmpty());
            actions->doAction(actions->actionNames().constFirst());
        } else {
            QVERIFY(bars->tableInterface()->selectRow(1));
        }
        QTRY_VERIFY(filter->text().startsWith(u"provider:"_s));
        QCOMPARE(providers->currentIndex().row(), 1);
        QTRY_VERIFY(table());
    }
    filter->clear();
    views->goTo(ui::BucketViews::View::Overview);
    auto *providers = findByName<QListView>(window(), u"Provider"_s);
    QTRY_VERIFY(providers->model()->rowCount() > 1);
    QTest::keyClick(providers, Qt::Key_Up);
    QTest::keyClick(providers, Qt::Key_Down);
    QCoreApplication::processEvents();
    QCOMPARE(filter->text(), QString());
}

/// A name that holds a number is another one each time.
void SpokenTextsTest::namesTabsWithoutTheirCounts()
{
    readAllProjects();
    const auto tab = [this](const QString &bar, int index) {
        return QAccessible::queryAccessibleInterface(findByName<QTabBar>(window(), bar))
            ->child(index);
    };
    const auto *unread = tab(u"Views"_s, static_cast<int>(ui::BucketViews::View::NotReadable));
    QCOMPARE(unread->text(QAccessible::Name), u"Not read"_s);
    QCOMPARE(unread->text(QAccessible::Description), u"1 project"_s);
    QCOMPARE(tab(u"Status"_s, 0)->text(QAccessible::Name), u"Problems"_s);
    QCOMPARE(tab(u"Status"_s, 0)->text(QAccessible::Description), u"1 problem"_s);
    QCOMPARE(tab(u"Status"_s, 1)->text(QAccessible::Name), u"Requests"_s);
    QTRY_COMPARE(tab(u"Status"_s, 1)->text(QAccessible::Description),
                 QLocale().toString(session().exchangeLog().totalCount()) + u" requests"_s);
    m_fixture->window()->openProject(*session().pager().project());
    QTRY_VERIFY(!session().inventory().isShown() && !session().isBusy());
    table()->selectRow(0);
    QTRY_VERIFY(session().inspector().usage() && session().inspector().usage()->isKnown());
    QTRY_COMPARE(tab(u"Bucket details"_s, 1)->text(QAccessible::Description), u"3 clusters"_s);
    QCOMPARE(tab(u"Bucket details"_s, 1)->text(QAccessible::Name), u"Used by"_s);
}

void SpokenTextsTest::tellsThatNothingIsLoaded()
{
    open(sample::Legacy);
    QTRY_COMPARE(testsupport::findLabel(window(), u"Page status"_s)->text(), u"Not loaded"_s);
}

void SpokenTextsTest::tellsWhichBucketBeforeItsTabs()
{
    open(sample::PaymentsProd);
    table()->selectRow(0);
    QTRY_VERIFY(session().inspector().bucket());
    auto *bar = findByName<QTabBar>(window(), u"Bucket details"_s);
    QVERIFY(bar);
    const QWidget *tabs = bar->parentWidget();
    const auto *view = QAccessible::queryAccessibleInterface(tabs->parentWidget());
    QCOMPARE(view->childCount(), 2);
    QCOMPARE(view->child(1)->object(), tabs);
}

/// The screen has less room than it takes.
void SpokenTextsTest::tellsTheWholeNameOfABucket()
{
    const QString name = QString(u"payments-"_s).repeated(15);
    m_simulator->world().project(QString(sample::PaymentsProd))->buckets[0].bucketName = name;
    open(sample::PaymentsProd);
    table()->selectRow(0);
    QTRY_VERIFY(session().inspector().bucket());
    const auto *details = findByName<QGroupBox>(window(), u"Bucket details"_s);
    const auto said = [details](const QString &part) -> QLabel * {
        const auto labels = details->findChildren<QLabel *>();
        for (QLabel *label : labels) {
            const auto *interface = QAccessible::queryAccessibleInterface(label);
            if (interface->text(QAccessible::Name).contains(part))
                return label;
        }
        return nullptr;
    };
    const QLabel *title = said(name);
    QVERIFY(title);
    QVERIFY(title->fontMetrics().horizontalAdvance(name) > title->width());
    QVERIFY(title->toolTip().contains(name));
    QVERIFY(said(u"registered"_s));
}

/// Opened by a key, a menu in which nothing is active says nothing.
void SpokenTextsTest::opensTheMenuOnItsFirstItem()
{
    open(sample::PaymentsProd);
    table()->setFocus();
    table()->selectRow(1);
    QCursor::setPos(window()->mapToGlobal(QPoint(5, 5)));
    const QPoint place = table()->visualRect(table()->currentIndex()).center();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, place,
                            table()->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(table()->viewport(), &byKey);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->activeAction(), menu->actions().constFirst());
    const auto *item = QAccessible::queryAccessibleInterface(menu)->child(0);
    QCOMPARE(item->text(QAccessible::Name), u"Copy cell"_s);
    QVERIFY(item->state().focused);
    menu->close();
}

void SpokenTextsTest::opensTheMenuOfDuplicatesOnItsFirstItem()
{
    readAllProjects();
    window()->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Duplicates);
    QTRY_VERIFY(findByName<QTableView>(window(), u"Duplicates"_s));
    auto *duplicates = findByName<QTableView>(window(), u"Duplicates"_s);
    duplicates->setFocus();
    duplicates->selectRow(0);
    QCursor::setPos(window()->mapToGlobal(QPoint(5, 5)));
    const QPoint place = duplicates->visualRect(duplicates->currentIndex()).center();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, place,
                            duplicates->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(duplicates->viewport(), &byKey);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->activeAction(), menu->actions().constFirst());
    menu->close();
}

/// The first one cannot be chosen: the name is always shown.
void SpokenTextsTest::opensTheMenuOfColumnsOnAnItem()
{
    open(sample::PaymentsProd);
    auto *columns = findByName<QToolButton>(window(), u"Columns"_s);
    columns->setFocus();
    QMenu *menu = columns->menu();
    QPointer<QAction> active;
    // The key press returns when the menu has closed.
    QTimer::singleShot(0, menu, [menu, &active] {
        active = menu->activeAction();
        menu->close();
    });
    QTest::keyClick(columns, Qt::Key_Space);
    QVERIFY(active);
    QCOMPARE(active.data(), menu->actions().at(1));
}

QTEST_MAIN(SpokenTextsTest)
#include "tst_spokentexts.moc"
