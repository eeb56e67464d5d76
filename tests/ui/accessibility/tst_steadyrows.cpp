// SPDX-License-Identifier: Apache-2.0
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/parts/noticebar.h"
#include "ui/status/statuspanel.h"

#include <QComboBox>
#include <QGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using atlassim::Fault;
using atlassim::Simulator;
using testsupport::findByName;

namespace sample = atlassim::sample;

/// What one aims at stays where it is, whatever comes.
class SteadyRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void standWhenAllIsRead();
    void standWhenAPageFails();
    void standWhenTheWindowHasNews();
    void leavesNoEmptyPaneBesideOtherViews();
    void offersWhatFitsTheList();
    void linesNamesOfAccountsUp();

private:
    void start();
    QTableView *table() const { return findByName<QTableView>(m_window, u"Export buckets"_s); }
    /// In the window; -1 without one.
    int topOfRows() const;
    bool tells(const QString &words) const;

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

void SteadyRowsTest::init()
{
    m_simulator = std::make_unique<Simulator>(sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
    m_fixture->setReadsRegions(false);
    m_fixture->setFetchesAhead(false);
}

void SteadyRowsTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void SteadyRowsTest::start()
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), testsupport::serviceAccount());
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(sample::AtlasCliE2e));
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    QTRY_VERIFY(!m_fixture->session().isBusy() && m_fixture->session().pager().project());
    QTRY_VERIFY(table());
}

int SteadyRowsTest::topOfRows() const
{
    if (!table() || table()->model()->rowCount() == 0)
        return -1;
    const QPoint corner = table()->visualRect(table()->model()->index(0, 0)).topLeft();
    return table()->viewport()->mapTo(m_window, corner).y();
}

bool SteadyRowsTest::tells(const QString &words) const
{
    const auto notices = m_window->findChildren<ui::NoticeBar *>();
    return std::any_of(notices.begin(), notices.end(), [&words](const ui::NoticeBar *notice) {
        return notice->isVisible() && notice->text().contains(words);
    });
}

void SteadyRowsTest::standWhenAllIsRead()
{
    start();
    m_simulator->addFault(Fault::delay(u"/api/atlas/v2/groups/"_s + QString(sample::Legacy),
                                       std::chrono::seconds(1)));
    m_window->openAllProjects();
    QTRY_VERIFY(topOfRows() >= 0);
    const int before = topOfRows();
    QVERIFY(!tells(u"could not be loaded"_s));
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    QTRY_VERIFY(tells(u"could not be loaded"_s));
    QCOMPARE(topOfRows(), before);
}

void SteadyRowsTest::standWhenAPageFails()
{
    start();
    const int before = topOfRows();
    m_simulator->addFault(Fault::atlasError(429, u"RATE_LIMITED_TOKEN_BUCKET"_s,
                                            u"Too Many Requests"_s, u"Rate limit exceeded."_s));
    m_fixture->session().pager().goToNext();
    QTRY_COMPARE(m_fixture->session().pager().state(), buckets::BucketPager::State::Failed);
    QTRY_VERIFY(tells(u"429"_s));
    QCOMPARE(topOfRows(), before);
}

void SteadyRowsTest::standWhenTheWindowHasNews()
{
    start();
    const int before = topOfRows();
    const auto topOfStatus = [this] {
        return m_window->findChild<ui::StatusPanel *>()->mapTo(m_window, QPoint()).y();
    };
    const int status = topOfStatus();
    m_window->showNotice(u"Something"_s, u"is new"_s);
    QTRY_VERIFY(tells(u"is new"_s));
    QTest::qWait(1);
    QCOMPARE(topOfRows(), before);
    QCOMPARE(topOfStatus(), status);
}

void SteadyRowsTest::leavesNoEmptyPaneBesideOtherViews()
{
    start();
    m_window->openAllProjects();
    QTRY_COMPARE(m_fixture->session().inventory().state(), buckets::Inventory::State::Ready);
    const auto *details = findByName<QGroupBox>(m_window, u"Bucket details"_s);
    QVERIFY(details);
    auto *views = findByName<QTabBar>(m_window, u"Views"_s);
    for (int view = 1; view < views->count(); ++view) {
        views->setCurrentIndex(view);
        QVERIFY(!details->isVisible());
    }
    views->setCurrentIndex(0);
    QVERIFY(details->isVisible());
}

void SteadyRowsTest::offersWhatFitsTheList()
{
    start();
    auto *lists = findByName<QTabBar>(m_window, u"Status"_s);
    for (const auto &name : {u"Retry"_s, u"Copy report"_s, u"Clear"_s})
        QVERIFY2(findByName<QToolButton>(m_window, name), qPrintable(name));
    lists->setCurrentIndex(1);
    QVERIFY(!findByName<QToolButton>(m_window, u"Retry"_s));
    QVERIFY(!findByName<QToolButton>(m_window, u"Copy report"_s));
    QVERIFY(findByName<QToolButton>(m_window, u"Clear"_s));
}

/// One of them has a colour.
void SteadyRowsTest::linesNamesOfAccountsUp()
{
    for (const auto &name : {u"Production"_s, u"Elsewhere"_s})
        m_fixture->saveProfile(name, m_simulator->baseUrl(), testsupport::serviceAccount());
    start();
    const auto *profiles = findByName<QComboBox>(m_window, u"Profile"_s);
    QCOMPARE(profiles->count(), 3);
    for (int i = 0; i < profiles->count(); ++i)
        QVERIFY2(!profiles->itemIcon(i).isNull(), qPrintable(profiles->itemText(i)));
}

QTEST_MAIN(SteadyRowsTest)
#include "tst_steadyrows.moc"
