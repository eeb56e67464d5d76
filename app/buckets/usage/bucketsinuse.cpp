// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/bucketsinuse.h"

#include <chrono>
#include <utility>

namespace buckets {

namespace {

/// Some frames: a check brings what is known of many projects.
constexpr std::chrono::milliseconds TellInterval{50};

} // namespace

BucketsInUse::BucketsInUse(QObject *parent) : QObject(parent)
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(TellInterval);
    connect(&m_changes, &QTimer::timeout, this, &BucketsInUse::changed);
}

void BucketsInUse::setUsage(const ProjectUsage &usage)
{
    if (m_usages.value(usage.project()) != &usage) {
        m_usages.insert(usage.project(), &usage);
        connect(&usage, &ProjectUsage::changed, this, &BucketsInUse::changeSoon);
    }
    changeSoon();
}

void BucketsInUse::changeSoon()
{
    if (!m_changes.isActive())
        m_changes.start();
}

QList<atlas::ProjectId> BucketsInUse::keptProjects() const
{
    QList<atlas::ProjectId> projects;
    for (const auto &usage : m_usages) {
        if (usage && usage->keptAt().isValid())
            projects.append(usage->project());
    }
    return projects;
}

const ProjectUsage *BucketsInUse::usageOf(atlas::ProjectId project) const
{
    return m_usages.isEmpty() ? nullptr : m_usages.value(project).data();
}

std::optional<bool> BucketsInUse::isUsed(atlas::ProjectId project, atlas::BucketId bucket) const
{
    const ProjectUsage *usage = usageOf(project);
    return usage ? usage->isUsed(bucket) : std::nullopt;
}

std::optional<int> BucketsInUse::userCount(atlas::ProjectId project, atlas::BucketId bucket) const
{
    const ProjectUsage *usage = usageOf(project);
    const bool isRead = usage && usage->schedules().state() == BackupSchedules::State::Ready;
    return isRead ? std::optional(usage->of(bucket).clusters) : std::nullopt;
}

std::optional<LastExport> BucketsInUse::lastExport(atlas::ProjectId project,
                                                   atlas::BucketId bucket) const
{
    const ProjectUsage *usage = usageOf(project);
    if (!usage)
        return std::nullopt;
    LastExport told = usage->lastExport(bucket);
    const bool isKnown = told.state != LastExport::State::Never || usage->knowsAllJobs();
    return isKnown ? std::optional(std::move(told)) : std::nullopt;
}

} // namespace buckets
