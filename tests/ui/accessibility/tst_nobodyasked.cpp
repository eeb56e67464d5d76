// SPDX-License-Identifier: Apache-2.0
#include "atlas/values/bucketfield.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::findByName;
using testsupport::findLabel;

namespace sample = atlassim::sample;

namespace {

constexpr int IdColumn = static_cast<int>(atlas::BucketField::Id);

void turnWheel(QWidget *widget, int notches)
{
    constexpr int Notch = 120;
    const QPointF middle = QRectF(widget->rect()).center();
    for (int i = 0; i < std::abs(notches); ++i) {
        QWheelEvent event(middle, widget->mapToGlobal(middle), {},
                          {0, notches > 0 ? Notch : -Notch}, {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

/// Nothing opens, turns or signs in that the user has not asked for.
class NobodyAskedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsAmongTheRows();
    void opensNothingByTheFocusAlone();
    void opensNothingWhenTheOpenProjectGoes();
    void opensWhatAssistiveTechnologySelects();
    void selectsNoBucketByTheFocusAlone();
    void keepsTheAccountUnlessChosen_data();
    void keepsTheAccountUnlessChosen();
    void choosesTheAccountByReturn();
    void leavesTheWheelToWhatLiesBehind_data();
    void leavesTheWheelToWhatLiesBehind();
    void asksOnceForSeveralSteps_data();
    void asksOnceForSeveralSteps();
    void keepsTheRowOnTopInView();
    void marksWhatIsOnlyWished();

private:
    void start(const QLatin1StringView project);
    Session &session() { return m_fixture->session(); }
    QString status() const;
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    QAbstractItemView *projects() const
    {
        return findByName<QAbstractItemView>(m_window, u"Projects"_s);
    }
    QComboBox *profiles() const { return findByName<QComboBox>(m_window, u"Profile"_s); }
    /// Longer than anything waits before it acts.
    void rest();
    int requests() const { return static_cast<int>(m_simulator->seenRequests().size()); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void NobodyAskedTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void NobodyAskedTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void NobodyAskedTest::start(const QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().project());
}

QString NobodyAskedTest::status() const
{
    const QLabel *label = findLabel(m_window, u"Page status"_s);
    return label ? label->text() : QString();
}

void NobodyAskedTest::rest()
{
    QTimer timer;
    timer.setSingleShot(true);
    QSignalSpy ended(&timer, &QTimer::timeout);
    timer.start(std::chrono::milliseconds(600));
    QVERIFY(ended.wait());
}

void NobodyAskedTest::beginsAmongTheRows()
{
    start(sample::PaymentsProd);
    QCOMPARE(QApplication::focusWidget(), table());
    QVERIFY(!session().inspector().bucket());
    const QString title = m_window->windowTitle();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    rest();
    QCOMPARE(m_window->windowTitle(), title);
    QCOMPARE(table()->currentIndex().row(), 0);
}

void NobodyAskedTest::opensNothingByTheFocusAlone()
{
    start("5f00000000000000000000ff"_L1); // no such project
    const QString title = m_window->windowTitle();
    const int before = requests();
    findByName<QWidget>(m_window, u"Filter buckets"_s)->setFocus();
    QTest::keyClick(m_window, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), projects());
    rest();
    QCOMPARE(requests(), before);
    QCOMPARE(m_window->windowTitle(), title);
    QVERIFY(!session().inventory().isShown());
    QVERIFY(projects()->selectionModel()->selectedIndexes().isEmpty());

    // Keys that move do open.
    QTest::keyClick(projects(), Qt::Key_Down);
    QTRY_VERIFY(session().inventory().isShown());
}

void NobodyAskedTest::opensNothingWhenTheOpenProjectGoes()
{
    start(sample::PaymentsProd);
    QTest::keyClick(m_window, Qt::Key_L, Qt::ControlModifier);
    const auto isOpenOne = [](const auto &project) {
        return project.id == QString(sample::PaymentsProd);
    };
    m_simulator->world().projects.removeIf(isOpenOne);
    QTest::keyClick(m_window, Qt::Key_F5);
    QTRY_VERIFY(!session().isBusy());
    QTRY_COMPARE(projects()->model()->rowCount(), 14);
    rest();
    QCOMPARE(session().pager().project(), atlas::ProjectId::fromHex(QString(sample::PaymentsProd)));
    QVERIFY(!session().inventory().isShown());
    QVERIFY2(projects()->selectionModel()->selectedIndexes().isEmpty(),
             "no other project is marked as the open one");
}

void NobodyAskedTest::opensWhatAssistiveTechnologySelects()
{
    start(sample::PaymentsProd);
    const QModelIndex row = projects()->model()->index(3, 0);
    projects()->selectionModel()->select(row, QItemSelectionModel::ClearAndSelect);
    QTRY_COMPARE(projects()->currentIndex(), row);
    QTRY_VERIFY(session().pager().project()
                != atlas::ProjectId::fromHex(QString(sample::PaymentsProd)));
}

void NobodyAskedTest::selectsNoBucketByTheFocusAlone()
{
    start(sample::PaymentsProd);
    findByName<QWidget>(m_window, u"Filter buckets"_s)->setFocus();
    const int before = requests();
    table()->setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), table());
    rest();
    QVERIFY(!session().inspector().bucket());
    QCOMPARE(requests(), before);
    QTest::keyClick(table(), Qt::Key_Down);
    QTRY_VERIFY(session().inspector().bucket());
}

void NobodyAskedTest::keepsTheAccountUnlessChosen_data()
{
    QTest::addColumn<int>("notches");
    QTest::addColumn<bool>("isFocused");
    QTest::addColumn<int>("key");
    QTest::newRow("wheel up") << 3 << false << 0;
    QTest::newRow("wheel down") << -3 << false << 0;
    QTest::newRow("wheel with the focus") << -3 << true << 0;
    QTest::newRow("Down") << 0 << true << int(Qt::Key_Down);
    QTest::newRow("Up") << 0 << true << int(Qt::Key_Up);
    QTest::newRow("Home") << 0 << true << int(Qt::Key_Home);
    QTest::newRow("a letter") << 0 << true << int(Qt::Key_S);
}

void NobodyAskedTest::keepsTheAccountUnlessChosen()
{
    QFETCH(const int, notches);
    QFETCH(const bool, isFocused);
    QFETCH(const int, key);
    m_fixture->saveProfile(u"Spare"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    start(sample::PaymentsProd);
    QCOMPARE(profiles()->count(), 2);
    const Session *const before = m_fixture->program().session();
    const int requestsBefore = requests();
    if (isFocused)
        profiles()->setFocus();
    turnWheel(profiles(), notches);
    if (key != 0)
        QTest::keyClick(profiles(), static_cast<Qt::Key>(key));
    rest();
    QVERIFY(m_fixture->program().session() == before);
    QCOMPARE(requests(), requestsBefore);
    // Who leaves the box sees the account that is open.
    table()->setFocus();
    QCOMPARE(profiles()->currentText(), u"Environment (this session)"_s);
}

void NobodyAskedTest::choosesTheAccountByReturn()
{
    m_fixture->saveProfile(u"Spare"_s, m_simulator->baseUrl(), testsupport::serviceAccount());
    start(sample::PaymentsProd);
    const Session *const before = m_fixture->program().session();
    profiles()->setFocus();
    QTest::keyClick(profiles(), Qt::Key_Up);
    QCOMPARE(profiles()->currentText(), u"Spare"_s);
    QCOMPARE(profiles()->accessibleDescription(),
             u"Not signed in. Press Enter to sign in with this profile."_s);
    QTest::keyClick(profiles(), Qt::Key_Escape);
    QCOMPARE(profiles()->currentText(), u"Environment (this session)"_s);
    QVERIFY(!profiles()->accessibleDescription().startsWith(u"Not signed in"_s));
    QTest::keyClick(profiles(), Qt::Key_Return);
    QVERIFY(m_fixture->program().session() == before);
    QTest::keyClick(profiles(), Qt::Key_Up);
    QTest::keyClick(profiles(), Qt::Key_Return);
    QVERIFY(m_fixture->program().session() != before);
    QCOMPARE(profiles()->currentText(), u"Spare"_s);
}

void NobodyAskedTest::leavesTheWheelToWhatLiesBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("page") << u"Page"_s;
    QTest::newRow("items per page") << u"Items per page"_s;
}

void NobodyAskedTest::leavesTheWheelToWhatLiesBehind()
{
    QFETCH(const QString, name);
    start(sample::AtlasCliE2e);
    auto *box = findByName<QSpinBox>(m_window, name);
    const int value = box->value();
    const int before = requests();
    turnWheel(box, 3);
    turnWheel(box, -5);
    rest();
    QCOMPARE(box->value(), value);
    QCOMPARE(requests(), before);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QVERIFY(!box->hasFocus());
}

void NobodyAskedTest::asksOnceForSeveralSteps_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isWheel");
    QTest::addColumn<QString>("status");
    QTest::newRow("page, keys") << u"Page"_s << false << u"301–400 of 2,508"_s;
    QTest::newRow("page, wheel") << u"Page"_s << true << u"301–400 of 2,508"_s;
    QTest::newRow("items, keys") << u"Items per page"_s << false << u"1–103 of 2,508"_s;
    QTest::newRow("items, wheel") << u"Items per page"_s << true << u"1–103 of 2,508"_s;
}

void NobodyAskedTest::asksOnceForSeveralSteps()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isWheel);
    start(sample::AtlasCliE2e);
    auto *box = findByName<QSpinBox>(m_window, name);
    box->setFocus();
    const int before = requests();
    if (isWheel) {
        turnWheel(box, 3);
    } else {
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(box, Qt::Key_Up);
    }
    QCOMPARE(requests(), before);
    QTRY_COMPARE(status(), *static_cast<QString *>(QTest::qData("status", QMetaType::QString)));
    rest();
    QCOMPARE(requests(), before + 1);
}

void NobodyAskedTest::keepsTheRowOnTopInView()
{
    start(sample::AtlasCliE2e);
    table()->verticalScrollBar()->setValue(80);
    QTRY_COMPARE(table()->rowAt(0), 80);
    rest();
    const QString onTop = table()->model()->index(80, IdColumn).data().toString();
    auto *items = findByName<QSpinBox>(m_window, u"Items per page"_s);
    items->setFocus();
    items->selectAll();
    QTest::keyClicks(items, u"50"_s);
    QTest::keyClick(items, Qt::Key_Return);
    QTRY_COMPARE(status(), u"51–100 of 2,508"_s);
    const int row = 30; // the 81st of all
    QCOMPARE(table()->model()->index(row, IdColumn).data().toString(), onTop);
    const QRect place = table()->visualRect(table()->model()->index(row, 0));
    QVERIFY(table()->viewport()->rect().contains(QPoint(1, place.center().y())));
}

void NobodyAskedTest::marksWhatIsOnlyWished()
{
    start(sample::AtlasCliE2e);
    const auto *page = findByName<QSpinBox>(m_window, u"Page"_s);
    QVERIFY(!page->font().italic());
    m_simulator->addFault(atlassim::Fault::delay(u"/api/atlas/v2/groups"_s, std::chrono::hours(1)));
    session().pager().goTo(*atlas::PageNumber::from(7));
    QCOMPARE(status(), u"1–100 of 2,508 · loading page 7…"_s);
    QCOMPARE(page->value(), 7);
    QVERIFY(page->font().italic());
    QCOMPARE(page->accessibleDescription(), u"On screen: page 1."_s);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QCOMPARE(status(), u"1–100 of 2,508"_s);
    QCOMPARE(page->value(), 1);
    QVERIFY(!page->font().italic());
}

QTEST_MAIN(NobodyAskedTest)
#include "tst_nobodyasked.moc"
