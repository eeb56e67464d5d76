// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/findingsmodel.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/ui/support/programfixture.h"
#include "tests/ui/support/widgetfinder.h"
#include "ui/buckets/bucketviews.h"

#include <QTabBar>
#include <QTableView>

namespace testsupport {

/// The findings of all projects of a simulated organisation, in the window.
class FindingsFixture
{
protected:
    using Column = models::FindingsModel::Column;

    FindingsFixture() = default;

    /// Starts the program and opens the findings.
    void serve(atlassim::World world);
    void tearDown();
    /// Presses the button and waits until all is checked.
    void check();

    Session &session() const { return m_fixture->session(); }
    QTableView *table() const
    {
        return findByName<QTableView>(m_window, QStringLiteral("Findings"));
    }
    QString status() const { return labelText(QStringLiteral("Check status")); }
    QString labelText(const QString &description) const;
    /// What stands on the tab of the findings.
    QString tab() const
    {
        return findByName<QTabBar>(m_window, QStringLiteral("Views"))->tabText(1);
    }
    QString text(int row, Column column) const
    {
        return table()->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QStringList texts(Column column) const;
    /// The first row of an export that has failed.
    int rowOfFailure() const;
    /// Whether a visible label contains this.
    bool says(const QString &part) const;

    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<ProgramFixture> m_fixture;
    ui::MainWindow *m_window = nullptr;
};

} // namespace testsupport
