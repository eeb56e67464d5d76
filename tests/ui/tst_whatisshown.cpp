// SPDX-License-Identifier: Apache-2.0
#include "atlassim/sampleworld.h"
#include "atlassim/simulator.h"
#include "browse/bucketcolumn.h"
#include "browse/duplicatecolumn.h"
#include "programfixture.h"
#include "session/session.h"
#include "support/testaccount.h"
#include "ui/barlist.h"
#include "ui/buckettable.h"
#include "ui/bucketviews.h"
#include "ui/duplicatesview.h"
#include "ui/filteredit.h"
#include "ui/overview.h"
#include "ui/projectlist.h"
#include "widgetfinder.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using browse::BucketColumn;
using browse::BucketPager;
using browse::Inventory;

namespace sample = atlassim::sample;

namespace {

const auto GroupsPath = u"/api/atlas/v2/groups/"_s;

/// All numbers of a text, in ascending order: words differ between languages, numbers do not.
QList<qint64> numbersIn(const QString &text)
{
    static const QRegularExpression number(u"[0-9][0-9,]*"_s);
    QList<qint64> numbers;
    auto matches = number.globalMatch(text);
    while (matches.hasNext())
        numbers.append(matches.next().captured().remove(u',').toLongLong());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

template<class T>
T *firstVisible(const QWidget *window)
{
    const auto widgets = window->findChildren<T *>();
    const auto it =
        std::find_if(widgets.begin(), widgets.end(), [](const T *w) { return w->isVisible(); });
    return it == widgets.end() ? nullptr : *it;
}

} // namespace

/// In each state of each view, every number and name that is said is that of the rows on screen,
/// and those are what the simulator gave.
class WhatIsShownTest : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Ready,
        Loading,
        LoadingSize,
        Failed,
        FailedSize,
        Stopped,
        StoppedSize,
        Stale,
        Part,
        Filtered,
        Sorted,
        Korean,
        Dark,
        WithoutCount,
    };
    Q_ENUM(State)

    enum class View { Page, Request, AllProjects, Duplicates, Overview, RequestOfAll };
    Q_ENUM(View)

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatIsThere_data();
    void tellsWhatIsThere();

private:
    static bool isOfAll(View view) { return view >= View::AllProjects; }
    static bool exists(State state, View view);
    void start(State state, View view);
    void bringAbout(State state);
    void bringAboutForAll(State state);
    void show(View view);
    void check(State state, View view);
    void checkPage(State state);
    void checkRequest();
    void checkAllProjects(State state);
    void checkDuplicates();
    void checkOverview();
    void checkRequestOfAll();

    void breakNextList();
    void holdNextList();
    Session &session() { return m_fixture->session(); }
    QString labelled(const QString &english, const QString &korean) const;
    QStringList idsOnScreen() const;
    const atlassim::Project &openProject() const;
    qsizetype bucketsRead() const;
    void selectARow(QLatin1StringView ofProject);

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
    QLatin1StringView m_project{sample::AtlasCliE2e};
};

void WhatIsShownTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void WhatIsShownTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

bool WhatIsShownTest::exists(State state, View view)
{
    switch (state) {
    case State::Ready:
    case State::Filtered:
    case State::Sorted:
    case State::Korean:
    case State::Dark:
    case State::Loading:
    case State::Stopped:
        return true;
    case State::Part:
        return isOfAll(view);
    case State::LoadingSize:
    case State::Failed:
    case State::FailedSize:
    case State::StoppedSize:
    case State::Stale:
    case State::WithoutCount:
        return !isOfAll(view);
    }
    Q_UNREACHABLE();
}

void WhatIsShownTest::tellsWhatIsThere_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<View>("view");
    const auto states = QMetaEnum::fromType<State>();
    const auto views = QMetaEnum::fromType<View>();
    for (int view = 0; view < views.keyCount(); ++view) {
        for (int state = 0; state < states.keyCount(); ++state) {
            if (exists(State(state), View(view)))
                QTest::addRow("%s, %s", views.key(view), states.key(state))
                    << State(state) << View(view);
        }
    }
}

void WhatIsShownTest::tellsWhatIsThere()
{
    QFETCH(const State, state);
    QFETCH(const View, view);
    start(state, view);
    if (!QTest::currentTestFailed() && isOfAll(view))
        bringAboutForAll(state);
    else if (!QTest::currentTestFailed())
        bringAbout(state);
    if (!QTest::currentTestFailed())
        show(view);
    if (!QTest::currentTestFailed())
        check(state, view);
}

void WhatIsShownTest::start(State state, View view)
{
    // Only a project of one page can be sorted without loading all pages.
    m_project = state == State::Sorted ? sample::PaymentsProd : sample::AtlasCliE2e;
    if (state != State::Part) {
        for (atlassim::Project &project : m_simulator->world().projects)
            project.refusal.reset();
    }
    // Two pages are enough where all are read.
    if (isOfAll(view))
        m_simulator->world().projects[3].buckets.resize(120);
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(m_project));
    if (state == State::Korean)
        m_fixture->commandLine().language = accounts::Language::Korean;
    m_fixture->setTheme(state == State::Dark ? accounts::Theme::Dark : accounts::Theme::Light);
    m_fixture->choose([state](accounts::PreferenceValues &values) {
        values.includeCount = state != State::WithoutCount;
    });
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!session().isBusy() && session().pager().isShowing());
    if (!isOfAll(view) && state != State::Sorted) {
        session().pager().goToNext();
        QTRY_VERIFY(!session().isBusy());
    }
}

void WhatIsShownTest::breakNextList()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix = GroupsPath;
    m_simulator->addFault(fault);
}

void WhatIsShownTest::holdNextList()
{
    m_simulator->addFault(Fault::delay(GroupsPath, std::chrono::hours(1)));
}

void WhatIsShownTest::bringAbout(State state)
{
    BucketPager &pager = session().pager();
    BucketPager::Options larger = pager.options();
    larger.itemsPerPage = *atlas::ItemsPerPage::from(500);
    const auto seventh = *atlas::PageNumber::from(7);
    if (state == State::Loading || state == State::LoadingSize || state == State::Stopped
        || state == State::StoppedSize)
        holdNextList();
    else if (state == State::Failed || state == State::FailedSize || state == State::Stale)
        breakNextList();
    if (state == State::Loading || state == State::Failed || state == State::Stopped)
        pager.goTo(seventh);
    else if (state == State::LoadingSize || state == State::FailedSize
             || state == State::StoppedSize)
        pager.setOptions(larger);
    else if (state == State::Stale)
        pager.refresh();
    else if (state == State::Filtered)
        firstVisible<ui::FilterEdit>(m_window)->setText(u"id:"_s + openProject().buckets[150].id);
    else if (state == State::Sorted)
        firstVisible<ui::BucketTable>(m_window)->sortByColumn(0, Qt::DescendingOrder);
    if (state == State::Stopped || state == State::StoppedSize)
        pager.stop();
    if (state != State::Loading && state != State::LoadingSize)
        QTRY_VERIFY(!pager.isLoading());
}

void WhatIsShownTest::bringAboutForAll(State state)
{
    const bool isHeld = state == State::Loading || state == State::Stopped;
    const atlassim::Project &held = m_simulator->world().projects.constLast();
    if (isHeld) {
        Fault fault = Fault::delay(GroupsPath + held.id, std::chrono::hours(1));
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

void WhatIsShownTest::selectARow(QLatin1StringView ofProject)
{
    const browse::BucketTableModel &buckets = session().shownBuckets();
    auto *table = firstVisible<ui::BucketTable>(m_window);
    QVERIFY(table);
    const auto *rows = qobject_cast<const browse::BucketSortFilterModel *>(table->model());
    for (int row = 0; row < rows->rowCount(); ++row) {
        const int source = rows->mapToSource(rows->index(row, 0)).row();
        if (buckets.projectAt(source).toHex() == QString(ofProject)) {
            table->setCurrentIndex(rows->index(row, 0));
            break;
        }
    }
    QTRY_VERIFY(session().inspector().bucket());
    const auto bars = m_window->findChildren<QTabBar *>();
    for (QTabBar *bar : bars) {
        if (bar->isVisible() && bar->count() == 5)
            bar->setCurrentIndex(4);
    }
    QVERIFY(firstVisible<QPlainTextEdit>(m_window));
}

void WhatIsShownTest::show(View view)
{
    auto *views = m_window->findChild<ui::BucketViews *>();
    if (view == View::Request)
        selectARow(m_project);
    else if (view == View::RequestOfAll)
        selectARow(sample::PaymentsProd);
    else if (view == View::Duplicates)
        views->setCurrentIndex(1);
    else if (view == View::Overview)
        views->setCurrentIndex(2);
}

void WhatIsShownTest::check(State state, View view)
{
    switch (view) {
    case View::Page:
        checkPage(state);
        return;
    case View::Request:
        checkRequest();
        return;
    case View::AllProjects:
        checkAllProjects(state);
        return;
    case View::Duplicates:
        checkDuplicates();
        return;
    case View::Overview:
        checkOverview();
        return;
    case View::RequestOfAll:
        checkRequestOfAll();
        return;
    }
}

QString WhatIsShownTest::labelled(const QString &english, const QString &korean) const
{
    const QLabel *label = testsupport::findLabel(m_window, english);
    if (!label)
        label = testsupport::findLabel(m_window, korean);
    return label ? label->text() : QString();
}

QStringList WhatIsShownTest::idsOnScreen() const
{
    const auto *table = firstVisible<ui::BucketTable>(m_window);
    QStringList ids;
    for (int row = 0; table && row < table->model()->rowCount(); ++row)
        ids.append(
            table->model()->index(row, static_cast<int>(BucketColumn::Id)).data().toString());
    return ids;
}

const atlassim::Project &WhatIsShownTest::openProject() const
{
    const auto &projects = m_simulator->world().projects;
    return *std::find_if(projects.begin(), projects.end(),
                         [this](const auto &project) { return project.id == QString(m_project); });
}

/// Of all projects that answer.
qsizetype WhatIsShownTest::bucketsRead() const
{
    qsizetype count = 0;
    for (const atlassim::Project &project : std::as_const(m_simulator->world().projects))
        count += project.refusal ? 0 : project.buckets.size();
    return count;
}

void WhatIsShownTest::checkPage(State state)
{
    QList<qint64> places;
    const auto ids = idsOnScreen();
    const auto &buckets = openProject().buckets;
    for (qint64 place = 1; place <= buckets.size(); ++place) {
        if (ids.contains(buckets[place - 1].id))
            places.append(place);
    }
    QCOMPARE(places.size(), ids.size());
    QVERIFY(!places.isEmpty());

    QList<qint64> told;
    if (state == State::Filtered) {
        QVERIFY(places.size() < 100);
        told = {places.size(), 100};
    } else {
        QCOMPARE(places.last() - places.first() + 1, places.size());
        told = {places.first(), places.last()};
        if (state != State::WithoutCount)
            told.append(buckets.size());
    }
    if (state == State::Loading)
        told.append(7);
    else if (state == State::LoadingSize)
        told.append(500);
    std::sort(told.begin(), told.end());
    const QString status = labelled(u"Page status"_s, u"페이지 상태"_s);
    QVERIFY2(numbersIn(status) == told, qPrintable(status));

    QVERIFY(m_window->windowTitle().contains(openProject().name));
    const bool isLater = state != State::Sorted;
    QCOMPARE(session().pager().page().value(), isLater ? 2 : 1);
    auto *box = m_window->findChildren<QSpinBox *>().constFirst();
    QCOMPARE(box->value(), state == State::Loading ? 7 : isLater ? 2 : 1);
    QCOMPARE(box->font().italic(), state == State::Loading);
}

/// The call on screen, made elsewhere, gives the rows on screen.
void WhatIsShownTest::checkRequest()
{
    const QString text = firstVisible<QPlainTextEdit>(m_window)->toPlainText();
    const auto value = [&text](const QString &item) {
        const QRegularExpression pattern(item + u"=([0-9]+)"_s);
        return pattern.match(text).captured(1).toInt();
    };
    QVERIFY2(text.contains(openProject().id), qPrintable(text));
    const int first = (value(u"pageNum"_s) - 1) * value(u"itemsPerPage"_s);
    const auto asked = openProject().buckets.mid(first, value(u"itemsPerPage"_s));
    const auto ids = idsOnScreen();
    for (const QString &id : ids) {
        QVERIFY(std::any_of(asked.begin(), asked.end(),
                            [&id](const auto &bucket) { return bucket.id == id; }));
    }
    QCOMPARE(session().buckets().rowCount(), asked.size());
}

void WhatIsShownTest::checkAllProjects(State state)
{
    const Inventory &inventory = session().inventory();
    const qsizetype rows = session().inventory().buckets().rowCount();
    const QString status = labelled(u"Inventory status"_s, u"전체 조회 상태"_s);
    if (inventory.state() == Inventory::State::Ready)
        QCOMPARE(rows, bucketsRead());
    QVERIFY2(numbersIn(status).contains(rows), qPrintable(status));
    const auto shown = idsOnScreen();
    if (state != State::Filtered)
        QCOMPARE(shown.size(), rows);
    else
        QVERIFY(shown.size() < rows);
    const QModelIndex first = firstVisible<ui::ProjectList>(m_window)->model()->index(0, 0);
    const QString count = first.data(browse::ProjectListModel::BucketCountRole).toString();
    const bool isWhole = state != State::Loading && state != State::Stopped;
    // What is a part says so, or is not said.
    if (isWhole && state != State::Part)
        QCOMPARE(numbersIn(count), QList<qint64>{bucketsRead()});
    else if (!isWhole)
        QVERIFY2(count.isEmpty(), qPrintable(count));
}

void WhatIsShownTest::checkDuplicates()
{
    const auto *view = firstVisible<ui::DuplicatesView>(m_window);
    QVERIFY(view);
    const auto *table = view->findChild<QTableView *>();
    QTRY_VERIFY(table->model() && table->model()->rowCount() > 0);
    const auto cell = [table](int row, browse::DuplicateColumn column) {
        return table->model()->index(row, static_cast<int>(column)).data().toString();
    };
    const browse::BucketTableModel &buckets = session().shownBuckets();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (cell(row, browse::DuplicateColumn::Provider) != u"AWS"_s)
            continue;
        qint64 count = 0;
        for (int i = 0; i < buckets.rowCount(); ++i) {
            const atlas::ExportBucket bucket = buckets.bucketAt(i);
            count += bucket.name == cell(row, browse::DuplicateColumn::Name)
                && bucket.roleId.value_or(QString()) == cell(row, browse::DuplicateColumn::RoleId);
        }
        QCOMPARE(numbersIn(cell(row, browse::DuplicateColumn::Registrations)),
                 QList<qint64>{count});
    }
}

void WhatIsShownTest::checkOverview()
{
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

void WhatIsShownTest::checkRequestOfAll()
{
    const QString text = firstVisible<QPlainTextEdit>(m_window)->toPlainText();
    QVERIFY2(text.contains(QString(sample::PaymentsProd)), qPrintable(text));
    QVERIFY2(!text.contains(QString(sample::AtlasCliE2e)), qPrintable(text));
}

QTEST_MAIN(WhatIsShownTest)
#include "tst_whatisshown.moc"
