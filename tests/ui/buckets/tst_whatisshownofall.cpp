// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/duplicatecolumn.h"
#include "models/roles.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/shownnumbers.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/barlist.h"
#include "ui/buckets/buckettable.h"
#include "ui/buckets/bucketviews.h"
#include "ui/buckets/duplicatesview.h"
#include "ui/buckets/filteredit.h"
#include "ui/buckets/overview.h"
#include "ui/projects/projectlist.h"

#include <QAccessible>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::Inventory;
using testsupport::bucketIdsOnScreen;
using testsupport::firstVisible;
using testsupport::numbersIn;
using testsupport::requestTextOnScreen;

namespace sample = atlassim::sample;

/// In each state of all projects, every number that is said is that of the rows on screen, and
/// those are what the simulator gave.
class WhatIsShownOfAllTest : public QObject
{
    Q_OBJECT

public:
    enum class State { Ready, Reading, Stopped, Part, Filtered, Sorted, Korean, Dark };
    Q_ENUM(State)

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsHowManyRowsThereAre_data() { addStates(); }
    void tellsHowManyRowsThereAre();
    void countsDuplicates_data() { addStates(); }
    void countsDuplicates();
    void addsUpInTheOverview_data() { addStates(); }
    void addsUpInTheOverview();
    void tellsTheCallOfTheBucketsProject_data() { addStates(); }
    void tellsTheCallOfTheBucketsProject();

private:
    static void addStates();
    void start(State state);
    void openAll(State state);
    Session &session() { return m_fixture->session(); }
    QString status() const;
    qsizetype bucketsRead() const;
    void selectARowOf(QLatin1StringView project);
    void show(ui::BucketViews::View view) { m_window->findChild<ui::BucketViews *>()->goTo(view); }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void WhatIsShownOfAllTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void WhatIsShownOfAllTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void WhatIsShownOfAllTest::addStates()
{
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (int state = 0; state < states.keyCount(); ++state)
        QTest::newRow(states.key(state)) << State(state);
}

void WhatIsShownOfAllTest::start(State state)
{
    auto &projects = m_simulator->world().projects;
    for (atlassim::Project &project : projects) {
        if (state != State::Part)
            project.refusal.reset();
    }
    // Two pages are enough.
    projects[3].buckets.resize(120);
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e));
    if (state == State::Korean)
        m_fixture->commandLine().language = accounts::Language::Korean;
    m_fixture->setTheme(state == State::Dark ? accounts::Theme::Dark : accounts::Theme::Light);
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().isShowing());
    openAll(state);
}

void WhatIsShownOfAllTest::openAll(State state)
{
    const bool isHeld = state == State::Reading || state == State::Stopped;
    const atlassim::Project &held = m_simulator->world().projects.constLast();
    if (isHeld) {
        Fault fault = Fault::delay(u"/api/atlas/v2/groups/"_s + held.id, std::chrono::hours(1));
        fault.times = Fault::Forever;
        m_simulator->addFault(fault);
    }
    m_window->openAllProjects();
    Inventory &inventory = session().inventory();
    if (isHeld)
        QTRY_COMPARE(inventory.buckets().rowCount(), bucketsRead() - held.buckets.size());
    else
        QTRY_COMPARE(inventory.state(), Inventory::State::Ready);
    if (state == State::Stopped)
        session().stop();
    else if (state == State::Filtered)
        firstVisible<ui::FilterEdit>(m_window)->setText(u"aws"_s);
    else if (state == State::Sorted)
        firstVisible<ui::BucketTable>(m_window)->sortByColumn(0, Qt::DescendingOrder);
}

QString WhatIsShownOfAllTest::status() const
{
    const QLabel *label = testsupport::findLabel(m_window, u"Inventory status"_s);
    if (!label)
        label = testsupport::findLabel(m_window, u"전체 조회 상태"_s);
    return label ? label->text() : QString();
}

/// Of all projects that answer.
qsizetype WhatIsShownOfAllTest::bucketsRead() const
{
    qsizetype count = 0;
    for (const atlassim::Project &project : std::as_const(m_simulator->world().projects))
        count += project.refusal ? 0 : project.buckets.size();
    return count;
}

void WhatIsShownOfAllTest::selectARowOf(QLatin1StringView project)
{
    const buckets::BucketStore &buckets = session().shownBuckets();
    auto *table = firstVisible<ui::BucketTable>(m_window);
    QVERIFY(table);
    const auto *rows = qobject_cast<const models::BucketSortFilterModel *>(table->model());
    for (int row = 0; row < rows->rowCount(); ++row) {
        const int source = rows->mapToSource(rows->index(row, 0)).row();
        if (buckets.projectAt(source).toHex() == QString(project)) {
            table->setCurrentIndex(rows->index(row, 0));
            break;
        }
    }
    QTRY_VERIFY(session().inspector().bucket());
}

void WhatIsShownOfAllTest::tellsHowManyRowsThereAre()
{
    QFETCH(const State, state);
    start(state);
    if (QTest::currentTestFailed())
        return;
    const Inventory &inventory = session().inventory();
    const qsizetype rows = session().inventory().buckets().rowCount();
    if (inventory.state() == Inventory::State::Ready)
        QCOMPARE(rows, bucketsRead());
    QVERIFY2(numbersIn(status()).contains(rows), qPrintable(status()));
    const auto shown = bucketIdsOnScreen(m_window);
    if (state != State::Filtered)
        QCOMPARE(shown.size(), rows);
    else
        QVERIFY(shown.size() < rows);
    const QModelIndex first = firstVisible<ui::ProjectList>(m_window)->model()->index(0, 0);
    const QString count = first.data(models::BucketCountRole).toString();
    const bool isWhole = state != State::Reading && state != State::Stopped;
    // What is a part says so, or is not said.
    if (isWhole && state != State::Part)
        QCOMPARE(numbersIn(count), QList<qint64>{bucketsRead()});
    else if (!isWhole)
        QVERIFY2(count.isEmpty(), qPrintable(count));
}

void WhatIsShownOfAllTest::countsDuplicates()
{
    QFETCH(const State, state);
    start(state);
    if (QTest::currentTestFailed())
        return;
    show(ui::BucketViews::View::Duplicates);
    const auto *view = firstVisible<ui::DuplicatesView>(m_window);
    QVERIFY(view);
    const auto *table = view->findChild<QTableView *>();
    QTRY_VERIFY(table->model() && table->model()->rowCount() > 0);
    const auto cell = [table](int row, buckets::DuplicateColumn column) {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    };
    const buckets::BucketStore &buckets = session().shownBuckets();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (cell(row, buckets::DuplicateColumn::Provider) != u"AWS"_s)
            continue;
        qint64 count = 0;
        for (int i = 0; i < buckets.rowCount(); ++i) {
            const atlas::ExportBucket bucket = buckets.bucketAt(i);
            count += bucket.name() == cell(row, buckets::DuplicateColumn::Name)
                && bucket.text(atlas::BucketField::RoleId).value_or(QString())
                    == cell(row, buckets::DuplicateColumn::RoleId);
        }
        QCOMPARE(numbersIn(cell(row, buckets::DuplicateColumn::Registrations)),
                 QList<qint64>{count});
    }
}

void WhatIsShownOfAllTest::addsUpInTheOverview()
{
    QFETCH(const State, state);
    start(state);
    if (QTest::currentTestFailed())
        return;
    show(ui::BucketViews::View::Overview);
    const auto *overview = firstVisible<ui::Overview>(m_window);
    QVERIFY(overview);
    QTRY_VERIFY(firstVisible<ui::BarList>(overview));
    const auto *providers = firstVisible<ui::BarList>(overview);
    const auto *rows = m_window->findChild<ui::BucketTable *>()->model();
    const auto total = [providers] {
        qint64 sum = 0;
        QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<ui::BarList *>(providers));
        for (int i = 0; i < accessible->childCount(); ++i) {
            const QString text = accessible->child(i)->text(QAccessible::Name);
            sum +=
                numbersIn(text.section(u':', 1).section(u"개"_s, 0, 0).section(u" bucket"_s, 0, 0))
                    .value(0);
        }
        return sum;
    };
    QTRY_COMPARE(total(), qint64(rows->rowCount()));
}

void WhatIsShownOfAllTest::tellsTheCallOfTheBucketsProject()
{
    QFETCH(const State, state);
    start(state);
    if (QTest::currentTestFailed())
        return;
    selectARowOf(sample::PaymentsProd);
    const QString text = requestTextOnScreen(m_window);
    QVERIFY2(text.contains(QString(sample::PaymentsProd)), qPrintable(text));
    QVERIFY2(!text.contains(QString(sample::AtlasCliE2e)), qPrintable(text));
}

QTEST_MAIN(WhatIsShownOfAllTest)
#include "tst_whatisshownofall.moc"
