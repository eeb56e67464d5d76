// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/shownnumbers.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/buckettable.h"
#include "ui/buckets/filteredit.h"

#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using buckets::BucketPager;
using testsupport::bucketIdsOnScreen;
using testsupport::firstVisible;
using testsupport::numbersIn;
using testsupport::requestTextOnScreen;

namespace sample = atlassim::sample;

/// In each state of a page, every number and name that is said is that of the rows on screen, and
/// those are what the simulator gave.
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
        Filtered,
        Sorted,
        Korean,
        Dark,
        WithoutCount,
    };
    Q_ENUM(State)

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatIsOnThePage_data() { addStates(); }
    void tellsWhatIsOnThePage();
    void tellsTheCallForThePage_data() { addStates(); }
    void tellsTheCallForThePage();

private:
    static void addStates();
    void start(State state);
    void bringAbout(State state);
    void breakNextList();
    void holdNextList();
    Session &session() { return m_fixture->session(); }
    QString status() const;
    const atlassim::Project &openProject() const;

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

void WhatIsShownTest::addStates()
{
    QTest::addColumn<State>("state");
    const auto states = QMetaEnum::fromType<State>();
    for (int state = 0; state < states.keyCount(); ++state)
        QTest::newRow(states.key(state)) << State(state);
}

void WhatIsShownTest::start(State state)
{
    // Only a project of one page can be sorted without loading all pages.
    m_project = state == State::Sorted ? sample::PaymentsProd : sample::AtlasCliE2e;
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
    if (state != State::Sorted) {
        session().pager().goToNext();
        QTRY_VERIFY(!session().isBusy());
    }
}

void WhatIsShownTest::breakNextList()
{
    Fault fault = Fault::atlasError(500, u"UNEXPECTED_ERROR"_s, u"Server Error"_s, u"Sorry."_s);
    fault.pathPrefix = u"/api/atlas/v2/groups/"_s;
    m_simulator->addFault(fault);
}

void WhatIsShownTest::holdNextList()
{
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s, std::chrono::hours(1)));
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

QString WhatIsShownTest::status() const
{
    const QLabel *label = testsupport::findLabel(m_window, u"Page status"_s);
    if (!label)
        label = testsupport::findLabel(m_window, u"페이지 상태"_s);
    return label ? label->text() : QString();
}

const atlassim::Project &WhatIsShownTest::openProject() const
{
    const auto &projects = m_simulator->world().projects;
    return *std::find_if(projects.begin(), projects.end(),
                         [this](const auto &project) { return project.id == QString(m_project); });
}

void WhatIsShownTest::tellsWhatIsOnThePage()
{
    QFETCH(const State, state);
    start(state);
    bringAbout(state);
    if (QTest::currentTestFailed())
        return;
    QList<qint64> places;
    const auto ids = bucketIdsOnScreen(m_window);
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
    QVERIFY2(numbersIn(status()) == told, qPrintable(status()));

    QVERIFY(m_window->windowTitle().contains(openProject().name));
    const bool isLater = state != State::Sorted;
    QCOMPARE(session().pager().page().value(), isLater ? 2 : 1);
    auto *box = m_window->findChildren<QSpinBox *>().constFirst();
    QCOMPARE(box->value(), state == State::Loading ? 7 : isLater ? 2 : 1);
    QCOMPARE(box->font().italic(), state == State::Loading);
}

/// The call on screen, made elsewhere, gives the rows on screen.
void WhatIsShownTest::tellsTheCallForThePage()
{
    QFETCH(const State, state);
    start(state);
    bringAbout(state);
    if (QTest::currentTestFailed())
        return;
    firstVisible<ui::BucketTable>(m_window)->selectRow(0);
    QTRY_VERIFY(session().inspector().bucket());
    const QString text = requestTextOnScreen(m_window);
    const auto value = [&text](const QString &item) {
        const QRegularExpression pattern(item + u"=([0-9]+)"_s);
        return pattern.match(text).captured(1).toInt();
    };
    QVERIFY2(text.contains(openProject().id), qPrintable(text));
    const int first = (value(u"pageNum"_s) - 1) * value(u"itemsPerPage"_s);
    const auto asked = openProject().buckets.mid(first, value(u"itemsPerPage"_s));
    const auto ids = bucketIdsOnScreen(m_window);
    for (const QString &id : ids) {
        QVERIFY(std::any_of(asked.begin(), asked.end(),
                            [&id](const auto &bucket) { return bucket.id == id; }));
    }
    QCOMPARE(session().buckets().rowCount(), asked.size());
}

QTEST_MAIN(WhatIsShownTest)
#include "tst_whatisshown.moc"
