// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusages.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace buckets {

/// Reads how many projects use their buckets, one project after the other.
class UsageCheck : public QObject
{
    Q_OBJECT

public:
    /// `usages` must outlive this.
    explicit UsageCheck(ProjectUsages &usages, QObject *parent = nullptr);

    bool isReading() const { return m_current || !m_waiting.isEmpty(); }

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
    void readNext();
    void goOn();

    ProjectUsages &m_usages;
    QList<atlas::ProjectId> m_waiting;
    QPointer<ProjectUsage> m_current;
};

} // namespace buckets
