// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/rules.h"
#include "session/session.h"
#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/troubledworld.h"
#include "tests/support/testaccount.h"

#include <QMap>
#include <QObject>

#include <chrono>
#include <memory>

/// What the tests of the check of exports have in common: the session, and the simulator in this
/// process that it asks.
class ExportCheckTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int LongEnough = 30'000;
    static inline const QString Groups = QStringLiteral("/api/atlas/v2/groups/");

    /// What was asked for, whatever project, cluster or bucket it is of.
    static QString kindOf(const QString &path);
    /// A line each, in an order that does not depend on theirs.
    static QStringList linesOf(const QList<atlassim::troubled::PlantedFinding> &findings);
    static QStringList linesOf(const QList<insight::Finding> &findings);
    /// Each with two buckets and so many clusters that export, and as many jobs each.
    static atlassim::World worldOf(int projects, int clusters, int jobs);

    void begin(const atlassim::World &world,
               const accounts::Credential &credential = testsupport::serviceAccount(),
               const net::RetryPolicy &retries = net::RetryPolicy::none());
    /// Replaces the simulator, which may be gone; at a port of its own if it is 0.
    void startServer(const atlassim::World &world, quint16 port = 0);
    void endServer() { m_simulator.reset(); }
    void check();

    insight::ExportCheck &exports() { return m_session->exportCheck(); }
    Session &session() { return *m_session; }
    atlassim::Simulator &simulator() const { return *m_simulator; }
    QString project(int index) const { return m_simulator->world().projects[index].id; }
    /// How many requests there were, by kind.
    QMap<QString, int> calls() const;
    /// How many requests there were whose path ends so.
    int callsTo(const QString &end) const;
    bool foundUnread();

private Q_SLOTS:
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};
