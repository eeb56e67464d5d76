// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/bucketinspector.h"

#include "buckets/reading/stillness.h"

namespace buckets {

BucketInspector::BucketInspector(BucketReader &reader, RoleReader &roles, ProjectUsages &usages,
                                 QObject *parent)
    : QObject(parent), m_reader(reader), m_roles(roles), m_usages(usages)
{
    m_stillness.setSingleShot(true);
    m_stillness.setInterval(Stillness);
    m_jobTimer.setInterval(JobInterval);
    connect(&m_stillness, &QTimer::timeout, this, &BucketInspector::readUnread);
    connect(&m_jobTimer, &QTimer::timeout, this, [this] {
        if (m_usage && m_bucket)
            m_usage->readUnfinishedJobs(m_bucket->id);
    });
    connect(&m_reader, &BucketReader::arrived, this, &BucketInspector::noteArrived);
    connect(&m_reader, &BucketReader::failed, this, &BucketInspector::noteFailed);
    connect(&m_reader, &BucketReader::readingChanged, this, &BucketInspector::readingChanged);
    connect(&m_roles, &RoleReader::changed, this, [this](atlas::ProjectId project) {
        if (m_project == project)
            Q_EMIT detailsChanged();
        Q_EMIT readingChanged();
    });
}

void BucketInspector::setBucket(atlas::ProjectId project, const atlas::ExportBucket &bucket)
{
    const bool isAnother = !isInspected(bucket.id);
    m_bucket = bucket;
    setProject(project);
    if (const BucketReader::Answer *answer = m_reader.answer(bucket.id))
        m_bucket = answer->bucket;
    if (!isAnother) {
        Q_EMIT detailsChanged();
        return;
    }
    m_hasFailed = false;
    m_wasStopped = false;
    m_stillness.start();
    Q_EMIT bucketChanged();
}

void BucketInspector::clear()
{
    if (!m_bucket)
        return;
    m_stillness.stop();
    m_bucket.reset();
    setProject(std::nullopt);
    Q_EMIT bucketChanged();
    Q_EMIT readingChanged();
}

BucketInspector::State BucketInspector::state() const
{
    if (!m_bucket)
        return State::Unread;
    if (m_reader.isReading(m_bucket->id))
        return State::Reading;
    if (m_hasFailed)
        return State::Failed;
    return m_reader.answer(m_bucket->id) ? State::Ready : State::Unread;
}

QByteArray BucketInspector::body() const
{
    const BucketReader::Answer *answer = m_bucket ? m_reader.answer(m_bucket->id) : nullptr;
    return answer ? answer->body : QByteArray();
}

RoleReader::Knowledge BucketInspector::roles() const
{
    return m_project ? m_roles.of(*m_project) : RoleReader::Knowledge();
}

bool BucketInspector::isReading() const
{
    return state() == State::Reading || roles().state == RoleReader::State::Reading
        || (m_usage && m_usage->isReading());
}

bool BucketInspector::hasFailed() const
{
    return m_wasStopped || state() == State::Failed || roles().state == RoleReader::State::Failed
        || (m_usage && m_usage->hasFailed());
}

void BucketInspector::retry()
{
    if (!m_bucket)
        return;
    if (roles().state == RoleReader::State::Failed)
        m_roles.forget(*m_project);
    m_usage->read();
    readUnread();
}

void BucketInspector::refresh()
{
    m_reader.forget();
    m_roles.forget();
    m_usages.expire();
    retry();
}

void BucketInspector::stop()
{
    m_wasStopped = m_bucket && (m_stillness.isActive() || isReading());
    m_stillness.stop();
    m_reader.stop();
    m_roles.stop();
    if (m_usage)
        m_usage->stop();
    Q_EMIT detailsChanged();
    Q_EMIT readingChanged();
}

void BucketInspector::setJobsShown(bool shown)
{
    if (shown == m_jobTimer.isActive())
        return;
    if (shown)
        m_jobTimer.start();
    else
        m_jobTimer.stop();
}

/// What is known of the project before stays in memory; its reading pauses.
void BucketInspector::setProject(std::optional<atlas::ProjectId> project)
{
    if (m_project == project && (m_usage || !project))
        return;
    if (m_usage) {
        m_usage->pause();
        disconnect(m_usage, nullptr, this, nullptr);
    }
    m_project = project;
    m_usage = project ? m_usages.of(*project) : nullptr;
    if (m_usage) {
        connect(m_usage, &ProjectUsage::changed, this, &BucketInspector::usageChanged);
        connect(m_usage, &ProjectUsage::changed, this, &BucketInspector::readingChanged);
    }
    Q_EMIT usageChanged();
}

/// What has failed before is not tried again by every selection: retry() does that.
void BucketInspector::readUnread()
{
    m_hasFailed = false;
    m_wasStopped = false;
    if (!m_reader.answer(m_bucket->id))
        m_reader.read(*m_project, m_bucket->id);
    m_roles.read(*m_project);
    if (m_usage->isUnread() || m_usage->isAhead())
        m_usage->read();
    Q_EMIT detailsChanged();
    Q_EMIT readingChanged();
}

void BucketInspector::noteArrived(atlas::BucketId bucket)
{
    if (isInspected(bucket)) {
        m_bucket = m_reader.answer(bucket)->bucket;
        m_hasFailed = false;
        Q_EMIT detailsChanged();
    }
    Q_EMIT readingChanged();
}

void BucketInspector::noteFailed(atlas::BucketId bucket, const atlas::ApiError &error)
{
    if (isInspected(bucket)) {
        m_hasFailed = true;
        m_error = error;
        Q_EMIT detailsChanged();
        Q_EMIT failed(error);
    }
    Q_EMIT readingChanged();
}

} // namespace buckets
