// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"

#include <QObject>

#include <memory>

class QGroupBox;
class QTabBar;
class QTableView;

/// What the tests of the details beside the table have in common: the program, and the simulator
/// in this process that it asks.
class InspectorTest : public QObject
{
    Q_OBJECT

protected:
    void start(QLatin1StringView project,
               const accounts::Credential &credential = testsupport::serviceAccount());
    void setReadsRegions(bool reads);
    /// Clicks a row, and waits until all about its bucket has been read.
    void select(int row);
    void chooseTab(const QString &name);

    atlassim::Simulator &simulator() { return *m_simulator; }
    testsupport::ProgramFixture &fixture() { return *m_fixture; }
    Session &session() { return m_fixture->session(); }
    buckets::BucketInspector &inspector() { return m_fixture->session().inspector(); }
    ui::MainWindow *window() const { return m_window; }
    QGroupBox *details() const;
    QTabBar *tabs() const;
    QTableView *buckets() const;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};
