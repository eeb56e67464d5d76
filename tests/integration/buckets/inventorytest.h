// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QObject>
#include <QSet>

#include <memory>

/// What the tests of the inventory have in common: the session, and the simulator in this process
/// that it asks.
class InventoryTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int SomeCalls = 6;

    static QString bucketsPath(const QString &project);
    /// As often as it says, whatever page is asked for.
    static atlassim::Fault failure(const QString &project, int status, int times);
    static QSet<QString> idsOf(const atlassim::Project &project);

    void start(const atlassim::World &world,
               const net::RetryPolicy &retries = net::RetryPolicy::none());
    /// Replaces the simulator, which may be gone; at a port of its own if it is 0.
    void startServer(const atlassim::World &world, quint16 port = 0);
    void endServer() { m_simulator.reset(); }
    void readProjects();

    atlassim::Simulator &simulator() { return *m_simulator; }
    Session &session() { return *m_session; }
    buckets::Inventory &inventory() { return m_session->inventory(); }
    QString project(int index) const { return m_simulator->world().projects[index].id; }
    /// What is said of it.
    QString text();
    /// The IDs on screen, of which none is there twice.
    QSet<QString> rows();
    int bucketCalls() const;

private Q_SLOTS:
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};
