// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/inspector/fieldvalue.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using testsupport::click;
using testsupport::findByName;

namespace sample = atlassim::sample;

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget);
}

/// What one reads over it: a tooltip that is its own, or that of the part that is disabled as a
/// whole.
QString reasonOf(const QWidget *control)
{
    while (!control->testAttribute(Qt::WA_ForceDisabled) && control->parentWidget())
        control = control->parentWidget();
    return control->toolTip();
}

/// The visible controls that are disabled and do not say why.
QStringList silentControls()
{
    QStringList silent;
    const auto widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (!isControl(widget) || !widget->isVisible() || widget->isEnabled())
            continue;
        const QString reason = reasonOf(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isName =
            reason == widget->accessibleName() || (button && reason == button->text());
        if (reason.isEmpty() || isName)
            silent.append(widget->accessibleName() + u" ("_s
                          + QString::fromLatin1(widget->metaObject()->className()) + u"): "_s
                          + reason);
    }
    return silent;
}

int disabledControls()
{
    const auto widgets = QApplication::allWidgets();
    return static_cast<int>(std::count_if(widgets.begin(), widgets.end(), [](const QWidget *one) {
        return isControl(one) && one->isVisible() && !one->isEnabled();
    }));
}

/// The entries of a menu that cannot be chosen, and those of its submenus.
QList<const QAction *> closedEntriesOf(const QMenu *menu)
{
    QList<const QAction *> closed;
    const auto entries = menu->actions();
    for (const QAction *entry : entries) {
        if (!entry->isSeparator() && !entry->isEnabled())
            closed.append(entry);
        if (entry->isEnabled() && entry->menu())
            closed += closedEntriesOf(entry->menu());
    }
    return closed;
}

int disabledEntries(const QMenu *menu)
{
    return static_cast<int>(closedEntriesOf(menu).size());
}

/// Those that do not say why.
QStringList silentEntries(const QMenu *menu)
{
    QStringList silent;
    const auto closed = closedEntriesOf(menu);
    for (const QAction *entry : closed) {
        const auto owners = entry->associatedObjects();
        const bool areShown = std::all_of(owners.begin(), owners.end(), [](const QObject *owner) {
            const auto *shows = qobject_cast<const QMenu *>(owner);
            return !shows || shows->toolTipsVisible();
        });
        // Without one of its own, an entry's tooltip is its text.
        if (!areShown || entry->toolTip().isEmpty() || entry->toolTip() == entry->text())
            silent.append(entry->text());
    }
    return silent;
}

/// Which the menu key opens over `part`.
QMenu *menuAt(QWidget *part, const QRect &area)
{
    QContextMenuEvent key(QContextMenuEvent::Keyboard, area.center(),
                          part->mapToGlobal(area.center()));
    QCoreApplication::sendEvent(part, &key);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

} // namespace

/// A control that cannot be used says why in its tooltip, in each state of the window and of the
/// settings.
class DisabledReasonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void signedOut();
    void whileLoading();
    void afterAFailure();
    void overTheRequests();
    void ofAnEmptyProject();
    void onEachPage();
    void withoutATotal();
    void ofAllProjects();
    void inTheDetails();
    void inTheSettingsOfTheEnvironment();
    void inTheExport();
    void inMenus();
    void inMenusOfColumns_data();
    void inMenusOfColumns();
    void inTheMenuOfAField();

private:
    void start(QLatin1StringView project);
    void load(QLatin1StringView project);
    Session &session() { return m_fixture->session(); }
    QWidget *window() const { return m_fixture->window(); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
};

void DisabledReasonsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
}

void DisabledReasonsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void DisabledReasonsTest::start(QLatin1StringView project)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QTRY_VERIFY(m_fixture->hasSession());
}

void DisabledReasonsTest::load(QLatin1StringView project)
{
    start(project);
    QTRY_VERIFY(session().pager().isShowing() && !session().isBusy());
}

void DisabledReasonsTest::signedOut()
{
    QVERIFY(m_fixture->start());
    QTRY_VERIFY(QApplication::activeModalWidget() || window()->findChild<QDialog *>());
    QVERIFY(disabledControls() > 5);
    QCOMPARE(silentControls(), QStringList());
}

void DisabledReasonsTest::whileLoading()
{
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::hours(1)));
    start(sample::PaymentsProd);
    QTRY_COMPARE(session().pager().state(), BucketPager::State::Loading);
    QVERIFY(disabledControls() > 5);
    QCOMPARE(silentControls(), QStringList());
}

void DisabledReasonsTest::afterAFailure()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    m_simulator->addFault(fault);
    start(sample::PaymentsProd);
    QTRY_COMPARE(session().pager().state(), BucketPager::State::Failed);
    QVERIFY(disabledControls() > 5);
    QCOMPARE(silentControls(), QStringList());
}

/// What is about problems does nothing over requests.
void DisabledReasonsTest::overTheRequests()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    m_simulator->addFault(fault);
    start(sample::PaymentsProd);
    QTRY_COMPARE(session().pager().state(), BucketPager::State::Failed);
    QTRY_VERIFY(!session().isBusy());
    auto *status = findByName<QTabBar>(window(), u"Status"_s);
    for (const auto &name : {u"Retry"_s, u"Copy report"_s}) {
        status->setCurrentIndex(0);
        const auto *button = findByName<QToolButton>(window(), name);
        QVERIFY(button && button->isEnabled());
        status->setCurrentIndex(1);
        QVERIFY2(!button->isVisible(), qPrintable(name));
    }
    QVERIFY(findByName<QToolButton>(window(), u"Clear"_s)->isEnabled());
}

void DisabledReasonsTest::ofAnEmptyProject()
{
    start(sample::Sandbox);
    QTRY_COMPARE(session().pager().state(), BucketPager::State::Ready);
    QVERIFY(disabledControls() > 5);
    QCOMPARE(silentControls(), QStringList());
}

void DisabledReasonsTest::onEachPage()
{
    load(sample::DataWarehouse);
    const auto *next = findByName<QToolButton>(window(), u"Next page"_s);
    QCOMPARE(next->toolTip(), u"Next page"_s);
    QCOMPARE(silentControls(), QStringList());
    QVERIFY(click(window(), u"Last page"_s));
    QTRY_VERIFY(!session().isBusy() && !session().pager().hasNext());
    QTRY_COMPARE(next->toolTip(), u"This is the last page."_s);
    QCOMPARE(silentControls(), QStringList());
    QVERIFY(click(window(), u"Previous page"_s));
    QTRY_VERIFY(!session().isBusy());
    QTRY_COMPARE(next->toolTip(), u"Next page"_s);
}

void DisabledReasonsTest::withoutATotal()
{
    m_fixture->choose([](accounts::PreferenceValues &values) { values.includeCount = false; });
    load(sample::DataWarehouse);
    QVERIFY(session().pager().hasNext());
    const auto *last = findByName<QToolButton>(window(), u"Last page"_s);
    QVERIFY(!last->isEnabled());
    QVERIFY(last->toolTip().contains(u"total count"));
    QCOMPARE(findByName<QToolButton>(window(), u"Load all pages"_s)->isEnabled(), true);
    QCOMPARE(silentControls(), QStringList());
}

void DisabledReasonsTest::ofAllProjects()
{
    load(sample::PaymentsProd);
    m_fixture->window()->openAllProjects();
    QCOMPARE(silentControls(), QStringList());
    QTRY_COMPARE(session().inventory().state(), buckets::Inventory::State::Ready);
    auto *views = findByName<QTabBar>(window(), u"Views"_s);
    QVERIFY(views);
    for (int view = 0; view < views->count(); ++view) {
        views->setCurrentIndex(view);
        QCOMPARE(silentControls(), QStringList());
    }
}

void DisabledReasonsTest::inTheDetails()
{
    load(sample::PaymentsProd);
    auto *buckets = findByName<QTableView>(window(), u"Export buckets"_s);
    buckets->setCurrentIndex(buckets->model()->index(0, 0));
    QTRY_VERIFY(session().inspector().bucket());
    auto *tabs = findByName<QGroupBox>(window(), u"Bucket details"_s)->findChild<QTabBar *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCOMPARE(silentControls(), QStringList());
    }
}

void DisabledReasonsTest::inTheSettingsOfTheEnvironment()
{
    load(sample::PaymentsProd);
    QVERIFY(click(window(), u"Settings"_s));
    QTRY_VERIFY(window()->findChild<QDialog *>());
    auto *color = findByName<QComboBox>(window(), u"Profile color"_s);
    QVERIFY(color && !color->isEnabled());
    QCOMPARE(silentControls(), QStringList());
}

void DisabledReasonsTest::inTheExport()
{
    load(sample::PaymentsProd);
    QVERIFY(click(window(), u"Export"_s));
    auto *dialog = window()->findChild<QDialog *>();
    QVERIFY(dialog);
    const auto boxes = dialog->findChildren<QComboBox *>();
    for (QComboBox *box : boxes) {
        for (int choice = 0; choice < box->count(); ++choice) {
            box->setCurrentIndex(choice);
            QCOMPARE(silentControls(), QStringList());
        }
    }
}

void DisabledReasonsTest::inMenus()
{
    load(sample::PaymentsProd);
    auto *menu = findByName<QToolButton>(window(), u"Columns"_s)->menu();
    Q_EMIT menu->aboutToShow();
    const QAction *name = menu->actions().constFirst();
    QVERIFY(!name->isEnabled());
    QVERIFY(menu->toolTipsVisible());
    QVERIFY(!name->toolTip().isEmpty() && name->toolTip() != name->text());
}

void DisabledReasonsTest::inMenusOfColumns_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<bool>("isLast");
    QTest::newRow("first") << QString(sample::PaymentsProd) << false;
    QTest::newRow("last") << QString(sample::PaymentsProd) << true;
    QTest::newRow("not sortable") << QString(sample::DataWarehouse) << false;
}

void DisabledReasonsTest::inMenusOfColumns()
{
    QFETCH(const QString, project);
    QFETCH(const bool, isLast);
    const QByteArray id = project.toLatin1();
    load(QLatin1StringView(id));
    auto *buckets = findByName<QTableView>(window(), u"Export buckets"_s);
    const QHeaderView *header = buckets->horizontalHeader();
    int place = isLast ? header->count() - 1 : 0;
    while (header->isSectionHidden(header->logicalIndex(place)))
        --place;
    const int column = header->logicalIndex(place);
    buckets->setCurrentIndex(buckets->model()->index(0, column));
    auto *columns = findByName<QToolButton>(window(), u"Columns"_s)->menu();
    Q_EMIT columns->aboutToShow();
    QVERIFY(disabledEntries(columns) > 1);
    QCOMPARE(silentEntries(columns), QStringList());
    QMenu *menu = menuAt(buckets->viewport(), buckets->visualRect(buckets->currentIndex()));
    QVERIFY(menu && disabledEntries(menu) > 0);
    QCOMPARE(silentEntries(menu), QStringList());
    menu->close();
}

void DisabledReasonsTest::inTheMenuOfAField()
{
    load(sample::PaymentsProd);
    auto *buckets = findByName<QTableView>(window(), u"Export buckets"_s);
    buckets->setCurrentIndex(buckets->model()->index(0, 0));
    QTRY_VERIFY(findByName<ui::FieldValue>(window(), u"Role ID"_s));
    const auto fields =
        findByName<QGroupBox>(window(), u"Bucket details"_s)->findChildren<ui::FieldValue *>();
    int disabled = 0;
    for (ui::FieldValue *field : fields) {
        if (!field->isVisible())
            continue;
        QMenu *menu = menuAt(field, field->rect());
        disabled += disabledEntries(menu);
        QCOMPARE(silentEntries(menu), QStringList());
        menu->close();
    }
    QVERIFY(disabled > 0);
}

QTEST_MAIN(DisabledReasonsTest)
#include "tst_disabledreasons.moc"
