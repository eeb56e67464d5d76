// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/usageahead.h"

#include "buckets/reading/bucketpager.h"
#include "buckets/reading/stillness.h"
#include "buckets/usage/projectusages.h"
#include "net/calls/client.h"

#include <utility>

namespace buckets {

UsageAhead::UsageAhead(net::Client &client, const BucketPager &pager, ProjectUsages &usages,
                       QObject *parent)
    : QObject(parent), m_client(client), m_pager(pager), m_usages(usages)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UsageAhead::read);
    connect(&m_pager, &BucketPager::changed, this, &UsageAhead::followPager);
    connect(&m_pager, &BucketPager::loaded, this, &UsageAhead::noteLoaded);
}

void UsageAhead::setEnabled(bool enabled)
{
    if (m_enabled == enabled)
        return;
    m_enabled = enabled;
    stop();
    readSoon();
}

void UsageAhead::stop()
{
    m_timer.stop();
    ProjectUsage *usage = std::exchange(m_usage, nullptr);
    if (!usage)
        return;
    disconnect(usage, nullptr, this, nullptr);
    if (usage->isAhead())
        usage->pause();
}

/// Another project is open, or none.
void UsageAhead::followPager()
{
    if (m_project == m_pager.project())
        return;
    stop();
    m_project = m_pager.project();
    m_hasFailed = false;
}

void UsageAhead::noteLoaded()
{
    followPager();
    readSoon();
}

void UsageAhead::readSoon()
{
    if (m_enabled && m_project)
        m_timer.start(Stillness);
}

void UsageAhead::read()
{
    if (m_hasFailed || m_pager.extent().rows == 0)
        return;
    ProjectUsage *usage = m_usages.of(*m_project);
    if (usage->isReading() || usage->wasStopped() || !usage->isUnread())
        return;
    if (m_pager.isLoading() || m_client.isHalfUsed(m_project)) {
        m_timer.start(Pause);
        return;
    }
    // One that a refresh has ended may not have told so yet.
    disconnect(usage, nullptr, this, nullptr);
    m_usage = usage;
    connect(usage, &ProjectUsage::changed, this, &UsageAhead::noteChange);
    Q_EMIT begun(usage);
    usage->readAhead();
}

/// A project of hundreds of clusters is read piece by piece, as the limits recover.
void UsageAhead::noteChange()
{
    if (m_usage->isReading()) {
        if (m_usage->isAhead() && m_client.isHalfUsed(m_project)) {
            stop();
            m_timer.start(Pause);
        }
        return;
    }
    ProjectUsage *usage = std::exchange(m_usage, nullptr);
    disconnect(usage, nullptr, this, nullptr);
    m_hasFailed = usage->isAhead() && usage->hasFailed();
    if (m_hasFailed)
        usage->expire();
}

} // namespace buckets
