// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace buckets {

/// What is known of the use of buckets, by their projects; nothing, at first. Reads nothing itself:
/// it follows the ProjectUsages that it was given. Of the window's thread.
class BucketsInUse : public QObject
{
    Q_OBJECT

public:
    explicit BucketsInUse(QObject *parent = nullptr);

    /// Knows how a project's buckets are used, and follows it. What is known of others stays.
    void setUsage(const ProjectUsage &usage);

    /// The projects of which nothing is known but what was on an earlier day.
    QList<atlas::ProjectId> keptProjects() const;
    /// nullptr if nothing is known of the project.
    const ProjectUsage *usageOf(atlas::ProjectId project) const;
    /// As ProjectUsage::isUsed().
    std::optional<bool> isUsed(atlas::ProjectId project, atlas::BucketId bucket) const;
    /// How many clusters export to a bucket, as far as they could be read; nothing if they have not
    /// been read.
    std::optional<int> userCount(atlas::ProjectId project, atlas::BucketId bucket) const;
    /// How exports to a bucket went; nothing if none is known and not all jobs are.
    std::optional<LastExport> lastExport(atlas::ProjectId project, atlas::BucketId bucket) const;

Q_SIGNALS:
    /// Something of some project is known otherwise. Comes a moment later, once for many projects.
    void changed();

private:
    void changeSoon();

    QHash<atlas::ProjectId, QPointer<const ProjectUsage>> m_usages;
    QTimer m_changes;
};

} // namespace buckets
