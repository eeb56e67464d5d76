// SPDX-License-Identifier: Apache-2.0
#include "mainwindowtest.h"

#include "tests/ui/support/widgetfinder.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atlassim::Simulator;
using testsupport::findByName;
using testsupport::findLabel;

QString MainWindowTest::cell(const QAbstractItemView *view, int row, int column)
{
    return view->model()->index(row, column).data().toString();
}

atlas::ProjectId MainWindowTest::endToEnd()
{
    return *atlas::ProjectId::fromHex(QString(atlassim::sample::AtlasCliE2e));
}

atlas::ProjectId MainWindowTest::payments()
{
    return *atlas::ProjectId::fromHex(QString(atlassim::sample::PaymentsProd));
}

void MainWindowTest::init()
{
    m_simulator = std::make_unique<Simulator>(atlassim::sample::world());
    QVERIFY(m_simulator->listen());
    m_fixture = std::make_unique<testsupport::ProgramFixture>();
}

void MainWindowTest::cleanup()
{
    m_fixture.reset();
    m_simulator.reset();
}

void MainWindowTest::start(const accounts::Credential &credential)
{
    m_fixture->useEnvironment(m_simulator->baseUrl(), credential);
    QVERIFY(m_fixture->start());
    m_window = m_fixture->window();
    // Keys go to the active window, and without a window manager none becomes so by itself.
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QTRY_VERIFY(m_fixture->hasSession());
}

void MainWindowTest::waitUntilLoaded()
{
    Session &session = m_fixture->session();
    QTRY_VERIFY(!session.isBusy() && session.pager().project());
}

void MainWindowTest::openAndWait(atlas::ProjectId project)
{
    m_fixture->commandLine().project = project;
    start(testsupport::serviceAccount());
    waitUntilLoaded();
}

QString MainWindowTest::status() const
{
    const QLabel *label = findLabel(m_window, u"Page status"_s);
    return label ? label->text() : QString();
}

QTableView *MainWindowTest::table() const
{
    return findByName<QTableView>(m_window, u"Export buckets"_s);
}

QTableView *MainWindowTest::problems() const
{
    return findByName<QTableView>(m_window, u"Problems"_s);
}
