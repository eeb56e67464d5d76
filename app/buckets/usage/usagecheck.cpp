// SPDX-License-Identifier: Apache-2.0
#include "buckets/usage/usagecheck.h"

namespace buckets {

UsageCheck::UsageCheck(ProjectUsages &usages, QObject *parent) : QObject(parent), m_usages(usages)
{ }

void UsageCheck::start(const QList<atlas::ProjectId> &projects)
{
    m_waiting = projects;
    if (!m_current)
        readNext();
}

void UsageCheck::add(const QList<atlas::ProjectId> &projects)
{
    for (const atlas::ProjectId project : projects) {
        if (!m_waiting.contains(project))
            m_waiting.append(project);
    }
    if (!m_current)
        readNext();
}

void UsageCheck::stop()
{
    m_waiting.clear();
    if (m_current) {
        disconnect(m_current, nullptr, this, nullptr);
        m_current->stop();
    }
    m_current.clear();
    Q_EMIT readingChanged();
}

void UsageCheck::readNext()
{
    m_current = m_waiting.isEmpty() ? nullptr : m_usages.of(m_waiting.takeFirst());
    if (m_current) {
        connect(m_current, &ProjectUsage::changed, this, &UsageCheck::goOn);
        Q_EMIT begun(m_current);
        m_current->read();
        // What needs no call is read at once.
        QMetaObject::invokeMethod(this, &UsageCheck::goOn, Qt::QueuedConnection);
    }
    Q_EMIT readingChanged();
}

void UsageCheck::goOn()
{
    if (!m_current || m_current->isReading())
        return;
    disconnect(m_current, nullptr, this, nullptr);
    // Another part of the window has ended its reading.
    if (m_current->isUnread())
        m_waiting.append(m_current->project());
    readNext();
}

} // namespace buckets
