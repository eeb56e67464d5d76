// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"
#include "tests/ui/support/programfixture.h"

#include <QObject>

#include <memory>

class QAbstractItemView;
class QTableView;

/// What the tests of the main window have in common: the program, and the simulator in this process
/// that it asks.
class MainWindowTest : public QObject
{
    Q_OBJECT

protected:
    static QString cell(const QAbstractItemView *view, int row, int column);
    /// A project of many pages.
    static atlas::ProjectId endToEnd();
    /// A project of one page.
    static atlas::ProjectId payments();

    void start(const accounts::Credential &credential);
    void openAndWait(atlas::ProjectId project);
    void waitUntilLoaded();

    atlassim::Simulator &simulator() { return *m_simulator; }
    testsupport::ProgramFixture &fixture() { return *m_fixture; }
    Session &session() { return m_fixture->session(); }
    ui::MainWindow *window() const { return m_window; }
    QString status() const;
    QTableView *table() const;
    QTableView *problems() const;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<testsupport::ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};
