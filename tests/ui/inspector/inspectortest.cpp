// SPDX-License-Identifier: Apache-2.0
#include "inspectortest.h"

#include "tests/ui/support/widgetfinder.h"

#include <QGroupBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::findByName;

void InspectorTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void InspectorTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void InspectorTest::start(QLatin1StringView project, const accounts::Credential &credential)
{
    m_fixture->commandLine().project = atlas::ProjectId::fromHex(QString(project));
    m_fixture->useEnvironment(m_simulator->baseUrl(), credential);
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    testsupport::unfoldPanes(m_window);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
    Session &session = m_fixture->session();
    setReadsRegions(false);
    QTRY_VERIFY(!session.isBusy() && session.pager().project());
}

void InspectorTest::setReadsRegions(bool reads)
{
    testsupport::choose(
        session(), [reads](accounts::PreferenceValues &values) { values.readRegions = reads; });
}

void InspectorTest::select(int row)
{
    const QRect area = buckets()->visualRect(buckets()->model()->index(row, 0));
    QTest::mouseClick(buckets()->viewport(), Qt::LeftButton, {}, area.center());
    const atlas::BucketId selected = session().buckets().idAt(row);
    QTRY_VERIFY(inspector().bucket() && inspector().bucket()->id == selected);
    QTRY_COMPARE(inspector().state(), buckets::BucketInspector::State::Ready);
    QTRY_VERIFY(!inspector().isReading());
    QTRY_VERIFY(inspector().usage()->isKnown());
}

void InspectorTest::chooseTab(const QString &name)
{
    for (int tab = 0; tab < tabs()->count(); ++tab) {
        if (tabs()->accessibleTabName(tab) == name) {
            QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(tab).center());
            QCOMPARE(tabs()->currentIndex(), tab);
            return;
        }
    }
    QFAIL(qPrintable(u"There is no tab "_s + name));
}

QGroupBox *InspectorTest::details() const
{
    return findByName<QGroupBox>(m_window, u"Bucket details"_s);
}

QTabBar *InspectorTest::tabs() const
{
    return details()->findChild<QTabBar *>();
}

QTableView *InspectorTest::buckets() const
{
    return findByName<QTableView>(m_window, u"Export buckets"_s);
}
