// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/settingsfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/fieldvalue.h"
#include "ui/window/keysdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

void selectIn(ui::FieldValue &value, int begin, int length)
{
    QTextCursor cursor = value.textCursor();
    cursor.setPosition(begin);
    cursor.setPosition(begin + length, QTextCursor::KeepAnchor);
    value.setTextCursor(cursor);
}

constexpr int MostStops = 200;

/// As a screen reader calls what has the focus.
QString focused()
{
    const QWidget *part = QApplication::focusWidget();
    const auto *label = qobject_cast<const QLabel *>(part);
    return !part ? u"nothing"_s : label ? label->text() : part->accessibleName();
}

void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// What Tab reaches from here, until it is here again.
QStringList ring(Qt::Key key = Qt::Key_Tab)
{
    QStringList names;
    const QWidget *first = QApplication::focusWidget();
    do {
        names.append(focused());
        pressKey(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    } while (QApplication::focusWidget() != first && names.size() < MostStops);
    return names;
}

/// The same ring, the other way round from the same stop.
QStringList backwards(QStringList names)
{
    std::reverse(names.begin() + 1, names.end());
    return names;
}

} // namespace

/// Where Tab and F6 go, and what keys do where they stop.
class TabRingTest : public QObject, private SettingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void followsTheWindow();
    void takesInWhatIsMadeLate();
    void followsEachTab_data();
    void followsEachTab();
    void goesFromPaneToPane();
    void stopsOnceAtAField();
    void copiesAFieldByKeys();
    void offersAFieldsActionsByTheMenuKey();
    void copiesAMessageByKeys();
    void readsTheKeys();
    void followsTheSettings();

private:
    void start(QLatin1StringView project);
    void select(int row);
    QTabBar *tabs() const { return findByName<QTabBar>(m_window, u"Bucket details"_s); }
    QTableView *buckets() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    ui::FieldValue *field(const QString &name) const
    {
        return findByName<ui::FieldValue>(m_window, name);
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void TabRingTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void TabRingTest::cleanup()
{
    m_dialog.reset();
    m_fixture.reset();
    m_simulator.reset();
}

void TabRingTest::start(QLatin1StringView project)
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
}

void TabRingTest::select(int row)
{
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {},
                      buckets()->visualRect(buckets()->model()->index(row, 0)).center());
    const buckets::BucketInspector &inspector = m_fixture->session().inspector();
    QTRY_COMPARE(inspector.state(), buckets::BucketInspector::State::Ready);
    QTRY_VERIFY(!inspector.isReading());
    QTRY_VERIFY(inspector.usage()->isKnown());
    QTRY_VERIFY(tabs());
}

void TabRingTest::followsTheWindow()
{
    start(sample::AtlasCliE2e);
    QVERIFY(buckets());
    findByName<QWidget>(m_window, u"Profile"_s)->setFocus();
    const QStringList expected{u"Profile"_s,
                               QString(sample::AtlasCliE2e),
                               u"Refresh"_s,
                               u"Settings"_s,
                               u"Filter projects"_s,
                               u"Projects"_s,
                               u"Filter buckets"_s,
                               u"Columns"_s,
                               u"Export"_s,
                               u"Export buckets"_s,
                               u"Page"_s,
                               u"Next page"_s,
                               u"Last page"_s,
                               u"Load all 2,508"_s,
                               u"Items per page"_s,
                               u"Status"_s,
                               u"Problems"_s,
                               u"Show projects"_s,
                               u"Show details"_s,
                               u"Show status"_s};
    QCOMPARE(ring(), expected);
    QCOMPARE(ring(Qt::Key_Backtab), backwards(expected));
}

/// The details, the views and their notice come with the first bucket and the first inventory.
void TabRingTest::takesInWhatIsMadeLate()
{
    start(sample::PaymentsProd);
    auto *projects = findByName<QAbstractItemView>(m_window, u"Projects"_s);
    QTest::mouseClick(projects->viewport(), Qt::LeftButton, {},
                      projects->visualRect(projects->model()->index(0, 0)).center());
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    select(0);
    findByName<QWidget>(m_window, u"Projects"_s)->setFocus();
    const QStringList names = ring();
    QStringList stops;
    for (const auto &name :
         {u"Projects"_s, u"Views"_s, u"Filter buckets"_s, u"Export buckets"_s, u"Retry loading"_s,
          u"Bucket details"_s, u"Name"_s, u"Status"_s, u"Problems"_s, u"Profile"_s}) {
        QVERIFY2(names.count(name) == 1, qPrintable(name + u" in "_s + names.join(u", "_s)));
        stops.append(name);
    }
    QStringList found = names;
    found.removeIf([&stops](const QString &name) { return !stops.contains(name); });
    QCOMPARE(found, stops);
    QCOMPARE(ring(Qt::Key_Backtab), backwards(names));

    for (const auto &view : {u"Findings"_s, u"Changes"_s, u"Duplicates"_s, u"Overview"_s}) {
        auto *views = findByName<QTabBar>(m_window, u"Views"_s);
        views->setFocus();
        pressKey(Qt::Key_Right);
        QCOMPARE(views->tabText(views->currentIndex()), view);
        if (view == u"Findings" || view == u"Changes")
            continue;
        const QString stop = view == u"Duplicates" ? view : u"Provider"_s;
        QTRY_VERIFY(findByName<QAbstractItemView>(m_window, stop));
        const QStringList all = ring();
        const auto page = all.indexOf(stop);
        QVERIFY2(page > all.indexOf(u"Export"_s), qPrintable(all.join(u", "_s)));
        QVERIFY2(page < all.indexOf(u"Status"_s), qPrintable(all.join(u", "_s)));
    }
}

void TabRingTest::followsEachTab_data()
{
    QTest::addColumn<QStringList>("stops");
    QTest::newRow("Used by") << QStringList{u"Not exporting: 1 without backup, 1 flex cluster."_s,
                                            u"Used by"_s};
    QTest::newRow("Export jobs") << QStringList{u"Copy destination"_s, u"Exports by month"_s,
                                                u"Export jobs"_s,      u"Reason"_s,
                                                u"Components"_s,       u"Custom data"_s};
    QTest::newRow("JSON") << QStringList{u"Search the JSON"_s, u"Copy"_s, u"JSON"_s};
    QTest::newRow("Request") << QStringList{u"Format"_s, u"Copy"_s, u"Request text"_s};
}

void TabRingTest::followsEachTab()
{
    QFETCH(const QStringList, stops);
    start(sample::PaymentsProd);
    select(0);
    tabs()->setFocus();
    while (tabs()->accessibleTabName(tabs()->currentIndex())
           != QString::fromLatin1(QTest::currentDataTag()))
        pressKey(Qt::Key_Right);
    if (auto *jobs = findByName<QTableView>(m_window, u"Export jobs"_s)) {
        QTRY_VERIFY(jobs->model()->rowCount() > 0);
        jobs->setCurrentIndex(jobs->model()->index(0, 0));
    }
    const QStringList names = ring();
    QCOMPARE(names.mid(1, stops.size()), stops);
    QCOMPARE(names.value(stops.size() + 1), u"Status"_s);
    QCOMPARE(ring(Qt::Key_Backtab), backwards(names));
}

void TabRingTest::goesFromPaneToPane()
{
    start(sample::PaymentsProd);
    select(0);
    findByName<QWidget>(m_window, u"Settings"_s)->setFocus();
    const QStringList panes{u"Projects"_s, u"Export buckets"_s, u"Bucket details"_s,
                            u"Problems"_s, u"Projects"_s,       u"Export buckets"_s};
    for (const QString &pane : panes) {
        pressKey(Qt::Key_F6);
        QCOMPARE(focused(), pane);
    }
    for (const auto &pane : {u"Projects"_s, u"Problems"_s, u"Bucket details"_s}) {
        pressKey(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(focused(), pane);
    }
    findByName<QWidget>(m_window, u"Items per page"_s)->setFocus();
    pressKey(Qt::Key_F6);
    QCOMPARE(focused(), u"Bucket details"_s);
    findByName<QWidget>(m_window, u"Profile"_s)->setFocus();
    pressKey(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(focused(), u"Problems"_s);
}

void TabRingTest::stopsOnceAtAField()
{
    start(sample::PaymentsProd);
    select(0);
    tabs()->setFocus();
    QStringList names = ring().mid(1);
    names.resize(names.indexOf(u"Status"_s));
    // First what is wrong with the bucket, and whether it can be removed, in words.
    QVERIFY(names.contains(u"Name"_s));
    names.remove(0, names.indexOf(u"Name"_s));
    QCOMPARE(names.filter(u"Copy"_s), QStringList());
    QCOMPARE(names.filter(u"Open"_s), QStringList());
    QVERIFY(names.removeDuplicates() == 0 && names.size() > 5);
}

void TabRingTest::copiesAFieldByKeys()
{
    start(sample::PaymentsProd);
    select(0);
    ui::FieldValue *id = field(u"Role ID"_s);
    id->setFocus(Qt::TabFocusReason);
    QApplication::clipboard()->clear();
    QTest::keyClick(id, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), id->text());
    QApplication::clipboard()->clear();
    selectIn(*id, 0, 0);
    QTest::keyClick(id, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), id->text());
    selectIn(*id, 2, 5);
    QTest::keyClick(id, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), id->text().mid(2, 5));
}

void TabRingTest::offersAFieldsActionsByTheMenuKey()
{
    start(sample::PaymentsProd);
    select(0);
    ui::FieldValue *name = field(u"Name"_s);
    name->setFocus();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, name->rect().center(),
                          name->mapToGlobal(name->rect().center()));
    QCoreApplication::sendEvent(name, &key);
    auto *menu = name->findChild<QMenu *>();
    QTRY_VERIFY(menu && menu->isVisible());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    QCOMPARE(texts, QStringList({u"Copy"_s, u"Open in the browser"_s, u"Select all"_s}));
    QCOMPARE(menu->activeAction(), menu->actions().constFirst());
    QApplication::clipboard()->clear();
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(QApplication::clipboard()->text(), name->text());
    QTRY_COMPARE(QApplication::focusWidget(), name);
}

/// The shortcut of the window would copy rows.
void TabRingTest::copiesAMessageByKeys()
{
    start(sample::PaymentsProd);
    buckets()->selectRow(0);
    QLabel *id = nullptr;
    const auto labels = m_window->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->text() == sample::PaymentsProd)
            id = label;
    }
    QVERIFY(id);
    id->setFocus();
    pressKey(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), id->text());
    id->setSelection(0, 4);
    pressKey(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), id->text().left(4));
}

void TabRingTest::readsTheKeys()
{
    start(sample::PaymentsProd);
    pressKey(Qt::Key_F1);
    auto *dialog = m_window->findChild<ui::KeysDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    auto *keys = findByName<QTableView>(dialog, u"Keys"_s);
    QVERIFY(keys);
    // A dialog counts as active as soon as its parent is.
    QTRY_COMPARE(QApplication::focusWidget(), keys);
    QCOMPARE(keys->currentIndex().row(), 0);
    QCOMPARE(keys->model()->headerData(0, Qt::Horizontal).toString(), u"Key"_s);
    QCOMPARE(keys->model()->headerData(1, Qt::Horizontal).toString(), u"Action"_s);
    QStringList first;
    for (int row = 0; row < keys->model()->rowCount(); ++row)
        first.append(keys->model()->index(row, 0).data().toString());
    QCOMPARE(first.first(), u"F5, Ctrl+R"_s);
    QVERIFY(first.contains(u"F6"_s) && first.contains(u"Shift+F6"_s));
    QTest::keyClick(keys, Qt::Key_Down);
    QCOMPARE(keys->currentIndex().row(), 1);
    QTest::keyClick(keys, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ui::KeysDialog *>());
}

void TabRingTest::followsTheSettings()
{
    setUp();
    open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    part<QWidget>(u"Categories"_s)->setFocus();
    const QStringList names = ring();
    QCOMPARE(names.mid(0, 6),
             QStringList({u"Categories"_s, u"Profiles"_s, u"Add profile"_s, u"Remove profile"_s,
                          u"Import from Atlas CLI"_s, u"Profile name"_s}));
    QCOMPARE(names.mid(names.size() - 2), QStringList({u"OK"_s, u"Cancel"_s}));
    QCOMPARE(ring(Qt::Key_Backtab), backwards(names));
}

QTEST_MAIN(TabRingTest)
#include "tst_tabring.moc"
