// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/announcer.h"
#include "ui/buckets/bucketviews.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlas::BucketField;
using atlassim::Simulator;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

QAction *actionOf(const QMenu *menu, const QString &text)
{
    const auto actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

/// What a screen reader calls the columns on screen.
QStringList headersOf(QTableView *table)
{
    const auto *read = QAccessible::queryAccessibleInterface(table);
    QStringList names;
    const QHeaderView *header = table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            // The first is of the rows' own headers.
            names.append(read->child(column + 1)->text(QAccessible::Name));
    }
    return names;
}

} // namespace

/// What the mouse does at the header of a table, by keys and for the ear.
class ColumnKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sortsByTheColumnsMenu();
    void sortsByTheMenuKey();
    void saysWhyItCannotSort();
    void namesTheSortedColumn();
    void movesColumnsByKeys();
    void movesColumnsByTheMenu();
    void changesWidthsByTheMenu();
    void offersTheSameAtTheHeader();
    void sortsDuplicates();

private:
    void start(QLatin1StringView project);
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    /// Which opens by the menu key.
    QMenu *menuOf(QTableView *view);
    QMenu *columnsMenu();
    QString firstName() const { return table()->model()->index(0, 0).data().toString(); }
    bool isSaying(const QString &text) const
    {
        return ui::Announcer::of(m_window)->text().contains(text);
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void ColumnKeysTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void ColumnKeysTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void ColumnKeysTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->setReadsRegions(false);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
    QTRY_VERIFY(table());
}

QMenu *ColumnKeysTest::menuOf(QTableView *view)
{
    const QPoint center = view->viewport()->rect().center();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, center,
                          view->viewport()->mapToGlobal(center));
    QCoreApplication::sendEvent(view->viewport(), &key);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QMenu *ColumnKeysTest::columnsMenu()
{
    QMenu *menu = findByName<QToolButton>(m_window, u"Columns"_s)->menu();
    Q_EMIT menu->aboutToShow();
    return menu;
}

void ColumnKeysTest::sortsByTheColumnsMenu()
{
    start(sample::PaymentsProd);
    QStringList names;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        names.append(table()->model()->index(row, 0).data().toString());
    const QString loadedFirst = names.first();
    QAction *sorting = actionOf(columnsMenu(), u"Sort by"_s);
    QVERIFY(sorting && sorting->menu());
    actionOf(sorting->menu(), u"Name"_s)->trigger();
    std::sort(names.begin(), names.end());
    QCOMPARE(firstName(), names.first());
    QTRY_VERIFY(isSaying(u"Sorted by Name, ascending"_s));

    sorting = actionOf(columnsMenu(), u"Sort by"_s);
    QVERIFY(actionOf(sorting->menu(), u"Name"_s)->isChecked());
    QVERIFY(actionOf(sorting->menu(), u"Ascending"_s)->isChecked());
    actionOf(sorting->menu(), u"Descending"_s)->trigger();
    QCOMPARE(firstName(), names.last());
    QTRY_VERIFY(isSaying(u"Sorted by Name, descending"_s));

    sorting = actionOf(columnsMenu(), u"Sort by"_s);
    actionOf(sorting->menu(), u"Order as loaded"_s)->trigger();
    QCOMPARE(firstName(), loadedFirst);
    sorting = actionOf(columnsMenu(), u"Sort by"_s);
    QVERIFY(!actionOf(sorting->menu(), u"Ascending"_s)->isEnabled());
    QCOMPARE(columnsMenu()->findChildren<QMenu *>().size(), 1);
}

void ColumnKeysTest::sortsByTheMenuKey()
{
    start(sample::PaymentsProd);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QMenu *menu = menuOf(table());
    QVERIFY(menu);
    QAction *sorting = actionOf(menu, u"Sort by"_s);
    QVERIFY(sorting && sorting->isEnabled());
    actionOf(sorting->menu(), u"Provider"_s)->trigger();
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(),
             static_cast<int>(BucketField::Provider));
    menu->close();
}

void ColumnKeysTest::saysWhyItCannotSort()
{
    start(sample::AtlasCliE2e);
    const QAction *sorting = actionOf(columnsMenu(), u"Sort by"_s);
    QVERIFY(sorting && !sorting->isEnabled());
    QCOMPARE(sorting->toolTip(), u"Load all pages to sort by a column."_s);
}

void ColumnKeysTest::namesTheSortedColumn()
{
    start(sample::PaymentsProd);
    QVERIFY(headersOf(table()).contains(u"Name"_s));
    QHeaderView *header = table()->horizontalHeader();
    const QPoint name(header->sectionViewportPosition(0) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QVERIFY2(headersOf(table()).contains(u"Name, ascending"_s),
             qPrintable(headersOf(table()).join(u"; ")));
    QTRY_VERIFY(isSaying(u"Sorted by Name, ascending"_s));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QVERIFY(headersOf(table()).contains(u"Name, descending"_s));
    // On screen an arrow says so.
    QCOMPARE(table()->model()->headerData(0, Qt::Horizontal).toString(), u"Name"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QVERIFY(headersOf(table()).contains(u"Name"_s));
}

void ColumnKeysTest::movesColumnsByKeys()
{
    start(sample::PaymentsProd);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    const QStringList before = headersOf(table());
    QCOMPARE(before.first(), u"Name"_s);
    QTest::keyClick(table(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QStringList after = before;
    after.move(0, 1);
    QCOMPARE(headersOf(table()), after);
    QCOMPARE(table()->currentIndex().column(), 0);
    QTRY_VERIFY(isSaying(u"Column 2 of %1"_s.arg(before.size())));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(headersOf(table()), before);
}

void ColumnKeysTest::movesColumnsByTheMenu()
{
    start(sample::PaymentsProd);
    const QStringList before = headersOf(table());
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(!actionOf(columnsMenu(), u"Move “Name” left"_s)->isEnabled());
    actionOf(columnsMenu(), u"Move “Name” right"_s)->trigger();
    QStringList after = before;
    after.move(0, 1);
    QCOMPARE(headersOf(table()), after);
}

void ColumnKeysTest::changesWidthsByTheMenu()
{
    start(sample::PaymentsProd);
    table()->setCurrentIndex(table()->model()->index(0, 0));
    const auto entry = [this](const QString &text) {
        return actionOf(columnsMenu(), text);
    };
    const int before = table()->columnWidth(0);
    QVERIFY(entry(u"Make “Name” wider"_s));
    entry(u"Make “Name” wider"_s)->trigger();
    const int wider = table()->columnWidth(0);
    QVERIFY(wider > before);
    entry(u"Make “Name” narrower"_s)->trigger();
    QCOMPARE(table()->columnWidth(0), before);
    while (entry(u"Make “Name” narrower"_s)->isEnabled())
        entry(u"Make “Name” narrower"_s)->trigger();
    QCOMPARE(table()->columnWidth(0), table()->horizontalHeader()->minimumSectionSize());
    QCOMPARE(entry(u"Make “Name” narrower"_s)->toolTip(), u"The column cannot become narrower."_s);
    entry(u"Fit “Name” to its contents"_s)->trigger();
    const int fitting = table()->columnWidth(0);
    const QFontMetrics metrics(table()->font());
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        QVERIFY(metrics.horizontalAdvance(table()->model()->index(row, 0).data().toString())
                < fitting);
    // Its title is wider than what is below it.
    constexpr auto Flag = static_cast<int>(BucketField::PrivateNetworking);
    table()->setColumnHidden(Flag, false);
    table()->setCurrentIndex(table()->model()->index(0, Flag));
    const QString title = table()->model()->headerData(Flag, Qt::Horizontal).toString();
    entry(u"Fit “%1” to its contents"_s.arg(title))->trigger();
    QVERIFY(metrics.horizontalAdvance(title) < table()->columnWidth(Flag));
}

void ColumnKeysTest::offersTheSameAtTheHeader()
{
    start(sample::PaymentsProd);
    QHeaderView *header = table()->horizontalHeader();
    const QPoint provider(header->sectionViewportPosition(static_cast<int>(BucketField::Provider))
                              + 20,
                          header->height() / 2);
    QContextMenuEvent click(QContextMenuEvent::Mouse, provider,
                            header->viewport()->mapToGlobal(provider));
    QCoreApplication::sendEvent(header->viewport(), &click);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(actionOf(menu, u"Sort by"_s));
    QVERIFY(actionOf(menu, u"Move “Provider” left"_s));
    QVERIFY(actionOf(menu, u"Make “Provider” wider"_s));
    menu->close();
}

void ColumnKeysTest::sortsDuplicates()
{
    start(sample::PaymentsProd);
    auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(0, 0)).center());
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    m_window->findChild<ui::BucketViews *>()->goTo(ui::BucketViews::View::Duplicates);
    QTRY_VERIFY(findByName<QTableView>(m_window, u"Duplicates"_s));
    auto *duplicates = findByName<QTableView>(m_window, u"Duplicates"_s);
    QVERIFY(headersOf(duplicates).contains(u"Registrations, descending"_s));
    duplicates->setFocus();
    QTest::keyClick(duplicates, Qt::Key_Down);
    QMenu *menu = menuOf(duplicates);
    QVERIFY(menu);
    actionOf(actionOf(menu, u"Sort by"_s)->menu(), u"Name"_s)->trigger();
    QVERIFY(headersOf(duplicates).contains(u"Name, descending"_s));
    QVERIFY(actionOf(menu, u"Make “Name” wider"_s)->isEnabled());
    menu->close();
    const int last = duplicates->horizontalHeader()->count() - 1;
    duplicates->setCurrentIndex(duplicates->model()->index(0, last));
    menu = menuOf(duplicates);
    const QString lastTitle = duplicates->model()->headerData(last, Qt::Horizontal).toString();
    const QAction *wider = actionOf(menu, u"Make “%1” wider"_s.arg(lastTitle));
    QVERIFY(wider && !wider->isEnabled());
    QCOMPARE(wider->toolTip(), u"The last column fills the remaining width."_s);
    menu->close();
}

QTEST_MAIN(ColumnKeysTest)
#include "tst_columnkeys.moc"
