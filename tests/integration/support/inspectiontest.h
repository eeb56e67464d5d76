// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/program/simulator.h"
#include "tests/atlassim/world/sampleworld.h"
#include "tests/support/testaccount.h"

#include <QObject>

#include <memory>

/// What the tests of what a session finds out about one bucket have in common: the session, and the
/// simulator in this process that it asks.
class InspectionTest : public QObject
{
    Q_OBJECT

protected:
    static QString clusterPath(const QString &project, const QString &cluster);
    /// Every call below `path` fails so from now on.
    void failAlways(const QString &path, int status);

    void startSession(const accounts::Credential &credential);
    void open(const QString &project);
    /// Opens a project of many buckets that has so many clusters.
    void openWithClusters(int clusters, int jobsEach);
    /// Selects the bucket in a row, and waits until all about it has been read.
    void select(int row);
    void wait();
    /// How many requests there were whose path has this part.
    int calls(const QString &part = {}) const;

    atlassim::Simulator &simulator() { return *m_simulator; }
    Session &session() { return *m_session; }
    buckets::BucketInspector &inspector() { return m_session->inspector(); }
    const buckets::ProjectUsage &usage() { return *inspector().usage(); }
    atlas::BucketId selected() { return inspector().bucket()->id; }
    QString tableText(int row, models::BucketTableModel::Column column) const;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    std::unique_ptr<atlassim::Simulator> m_simulator;
    std::unique_ptr<Session> m_session;
};
