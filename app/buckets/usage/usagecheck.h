// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusages.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace buckets {

/// Reads how many projects use their buckets, many projects beside each other: as many as there are
/// places for calls. One that waits for its rate limit holds up no other.
class UsageCheck : public QObject
{
    Q_OBJECT

public:
    /// `usages` must outlive this.
    explicit UsageCheck(ProjectUsages &usages, QObject *parent = nullptr);

    bool isReading() const { return !m_current.isEmpty() || !m_waiting.isEmpty(); }

    /// Reads these; what is still to be read of others is not.
    void start(const QList<atlas::ProjectId> &projects);
    /// Reads these, too.
    void add(const QList<atlas::ProjectId> &projects);
    /// Ends the reading; what has arrived stays.
    void stop();

Q_SIGNALS:
    /// The reading of a project begins. `usage` tells what comes of it, and lives as long as the
    /// ProjectUsages.
    void begun(const buckets::ProjectUsage *usage);
    /// isReading() may have changed.
    void readingChanged();

private:
    void readSome();
    void begin(atlas::ProjectId project);
    void noteEnds();
    int runnableCalls() const;

    ProjectUsages &m_usages;
    QList<atlas::ProjectId> m_waiting;
    QList<ProjectUsage *> m_current;
    QTimer m_turn;
};

} // namespace buckets
