// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/settingsfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/accessibility/focuswindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::findByName;
using testsupport::findLabel;

namespace sample = atlassim::sample;

namespace {

const auto GroupPath = u"/api/atlas/v2/groups/"_s;

QString focused()
{
    const QWidget *part = QApplication::focusWidget();
    return part ? part->accessibleName() : u"nothing"_s;
}

void pressKey(Qt::Key key)
{
    QTest::keyClick(QApplication::focusWidget(), key);
}

} // namespace

/// Who gets the focus when what has it is disabled or hidden.
class FocusHeirsTest : public QObject, private SettingsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksHeirsOfThePartAndOfItsParents();
    void givesNoButtonTheFocus();
    void comesBackToAnHeir();
    void staysInThePager_data();
    void staysInThePager();
    void keepsCopyDestination();
    void goesToTheProblems();
    void goesToTheTable_data();
    void goesToTheTable();
    void leavesAnEmptyTable();
    void staysWhereSettingsAreSaved();
    void goesToTheProfiles();

private:
    void start(QLatin1StringView project);
    QWidget *part(const QString &name) const { return findByName<QWidget>(m_window, name); }
    void focus(const QString &name);
    void waitUntilRead() { QTRY_VERIFY(!m_fixture->session().isBusy()); }
    QString status() const { return findLabel(m_window, u"Page status"_s)->text(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void FocusHeirsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void FocusHeirsTest::cleanup()
{
    m_dialog.reset();
    m_fixture.reset();
    m_simulator.reset();
}

void FocusHeirsTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
}

void FocusHeirsTest::focus(const QString &name)
{
    QWidget *const wanted = part(name);
    QVERIFY2(wanted && wanted->isEnabled(), qPrintable(name));
    wanted->setFocus();
    QCOMPARE(focused(), name);
}

void FocusHeirsTest::asksHeirsOfThePartAndOfItsParents()
{
    ui::FocusWindow window;
    auto *content = new QWidget(&window);
    auto *layout = new QVBoxLayout(content);
    auto *far = new QLineEdit(content);
    auto *group = new QWidget(content);
    auto *inGroup = new QVBoxLayout(group);
    auto *left = new QPushButton(u"left"_s, group);
    auto *next = new QPushButton(u"next"_s, group);
    auto *near = new QLineEdit(group);
    for (QWidget *part :
         {static_cast<QWidget *>(left), static_cast<QWidget *>(next), static_cast<QWidget *>(near)})
        inGroup->addWidget(part);
    layout->addWidget(far);
    layout->addWidget(group);
    window.setCentralWidget(content);
    ui::setFocusHeirs(*group, {near});
    ui::setFocusHeirs(window, {far});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    left->setFocus();
    left->setEnabled(false);
    QCOMPARE(QApplication::focusWidget(), near);
    next->setFocus();
    next->hide();
    QCOMPARE(QApplication::focusWidget(), near);
    next->show();
    near->setEnabled(false);
    QCOMPARE(QApplication::focusWidget(), far);
    next->setFocus();
    group->hide();
    QCOMPARE(QApplication::focusWidget(), far);
    far->setEnabled(false);
    QVERIFY(QApplication::focusWidget() != far);
}

void FocusHeirsTest::givesNoButtonTheFocus()
{
    ui::FocusWindow window;
    auto *stack = new QStackedWidget(&window);
    auto *first = new QLineEdit(stack);
    auto *second = new QWidget(stack);
    auto *layout = new QVBoxLayout(second);
    auto *button = new QPushButton(u"dangerous"_s, second);
    auto *edit = new QLineEdit(second);
    layout->addWidget(button);
    layout->addWidget(edit);
    stack->addWidget(first);
    stack->addWidget(second);
    window.setCentralWidget(stack);
    ui::setFocusHeirs(window, {stack});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    ui::showPage(*stack, *second);
    QCOMPARE(QApplication::focusWidget(), edit);
    button->setFocus();
    ui::showPage(*stack, *first);
    QCOMPARE(QApplication::focusWidget(), first);
}

/// While another window is active Qt moves no focus.
void FocusHeirsTest::comesBackToAnHeir()
{
    ui::FocusWindow window;
    auto *content = new QWidget(&window);
    auto *layout = new QVBoxLayout(content);
    auto *button = new QPushButton(u"first in the ring"_s, content);
    auto *left = new QPushButton(u"left"_s, content);
    auto *heir = new QLineEdit(content);
    for (QWidget *part : {static_cast<QWidget *>(button), static_cast<QWidget *>(left),
                          static_cast<QWidget *>(heir)})
        layout->addWidget(part);
    window.setCentralWidget(content);
    ui::setFocusHeirs(window, {heir});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    left->setFocus();
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    left->hide();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(QApplication::focusWidget(), heir);
}

void FocusHeirsTest::staysInThePager_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("page");
    QTest::newRow("next") << u"Next page"_s << 25;
    QTest::newRow("last") << u"Last page"_s << 25;
    QTest::newRow("previous") << u"Previous page"_s << 2;
    QTest::newRow("first") << u"First page"_s << 2;
}

void FocusHeirsTest::staysInThePager()
{
    QFETCH(const QString, button);
    QFETCH(const int, page);
    m_fixture->commandLine().page = *atlas::PageNumber::from(page);
    start(sample::AtlasCliE2e);
    focus(button);
    pressKey(Qt::Key_Space);
    QTRY_VERIFY(!m_fixture->session().isBusy() && !part(button)->isEnabled());
    QCOMPARE(focused(), u"Page"_s);
    pressKey(Qt::Key_Space);
    QVERIFY(!m_fixture->session().inventory().isShown());
}

void FocusHeirsTest::keepsCopyDestination()
{
    start(sample::PaymentsProd);
    auto *buckets = findByName<QTableView>(m_window, u"Export buckets"_s);
    QTest::mouseClick(buckets->viewport(), Qt::LeftButton, {},
                      buckets->visualRect(buckets->model()->index(0, 0)).center());
    QTRY_VERIFY(findByName<QTabBar>(m_window, u"Bucket details"_s));
    findByName<QTabBar>(m_window, u"Bucket details"_s)->setCurrentIndex(2);
    auto *jobs = findByName<QTableView>(m_window, u"Export jobs"_s);
    QTRY_VERIFY(jobs->model()->rowCount() > 1);
    waitUntilRead();
    jobs->setCurrentIndex(jobs->model()->index(1, 0));
    const QString cluster = jobs->model()->index(1, 0).data().toString();
    focus(u"Copy destination"_s);
    const qsizetype before = m_simulator->seenRequests().size();
    pressKey(Qt::Key_F5);
    QTRY_VERIFY(m_simulator->seenRequests().size() > before + 5);
    QCOMPARE(focused(), u"Copy destination"_s);
    waitUntilRead();
    QTRY_VERIFY(m_fixture->session().inspector().usage()->isKnown());
    QCOMPARE(focused(), u"Copy destination"_s);
    QVERIFY(part(u"Copy destination"_s)->isEnabled());
    QCOMPARE(jobs->currentIndex().row(), 1);
    QCOMPARE(jobs->currentIndex().siblingAtColumn(0).data().toString(), cluster);
}

void FocusHeirsTest::goesToTheProblems()
{
    Fault fault = Fault::atlasError(503, u"SERVICE_UNAVAILABLE"_s, u"Away"_s, u"Away."_s);
    fault.pathPrefix = GroupPath;
    fault.times = 2;
    m_simulator->addFault(fault);
    start(sample::PaymentsProd);
    focus(u"Retry"_s);
    pressKey(Qt::Key_Space);
    QCOMPARE(focused(), u"Problems"_s);
    waitUntilRead();
    focus(u"Clear"_s);
    pressKey(Qt::Key_Space);
    QCOMPARE(focused(), u"Problems"_s);
    findByName<QTabBar>(m_window, u"Status"_s)->setCurrentIndex(1);
    focus(u"Clear"_s);
    pressKey(Qt::Key_Space);
    QCOMPARE(focused(), u"Requests"_s);
}

void FocusHeirsTest::goesToTheTable_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("the bar above the rows") << u"Retry loading"_s;
    QTest::newRow("of the top") << u"Stop"_s;
}

void FocusHeirsTest::goesToTheTable()
{
    QFETCH(const QString, button);
    start(sample::AtlasCliE2e);
    Fault fault = Fault::atlasError(503, u"SERVICE_UNAVAILABLE"_s, u"Away"_s, u"Away."_s);
    fault.pathPrefix = GroupPath;
    m_simulator->addFault(fault);
    if (button == u"Stop"_s)
        m_simulator->options().latency = std::chrono::seconds(20);
    focus(u"Next page"_s);
    pressKey(Qt::Key_Space);
    QTRY_VERIFY(part(button) && part(button)->isEnabled());
    focus(button);
    pressKey(Qt::Key_Space);
    QTRY_VERIFY(!part(button) || !part(button)->isEnabled());
    QCOMPARE(focused(), u"Export buckets"_s);
}

void FocusHeirsTest::leavesAnEmptyTable()
{
    start(sample::PaymentsProd);
    focus(u"Export buckets"_s);
    findByName<QLineEdit>(m_window, u"Filter buckets"_s)->setText(u"matches nothing"_s);
    QVERIFY(!part(u"Export buckets"_s));
    QVERIFY(QApplication::focusWidget());
    QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
    QVERIFY(QApplication::focusWidget()->isVisible());
    focus(u"Clear filter"_s);
    pressKey(Qt::Key_Space);
    QCOMPARE(focused(), u"Export buckets"_s);
}

/// Cancel would be next, and would stop the saving.
void FocusHeirsTest::staysWhereSettingsAreSaved()
{
    setUp();
    open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    vault(accounts::SecretStorage::SessionOnly).isSilent = true;
    vault(accounts::SecretStorage::Keychain).isSilent = true;
    type(u"Client secret"_s, u"another"_s);
    auto *ok = SettingsFixture::part<QPushButton>(u"OK"_s);
    ok->setFocus();
    QTest::keyClick(ok, Qt::Key_Space);
    QVERIFY(!ok->isEnabled());
    QVERIFY(focused() != u"Cancel"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Space);
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(ok->isEnabled());
    QCOMPARE(QApplication::focusWidget(), ok);
}

void FocusHeirsTest::goesToTheProfiles()
{
    setUp();
    open();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    SettingsFixture::press(u"Remove profile"_s);
    auto *undo = SettingsFixture::part<QAbstractButton>(u"Undo"_s);
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QVERIFY(!undo->isVisible());
    QCOMPARE(focused(), u"Profiles"_s);
}

QTEST_MAIN(FocusHeirsTest)
#include "tst_focusheirs.moc"
