// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/turns.h"

#include <QElapsedTimer>

#include <utility>

namespace net {

namespace {

/// A small part of a frame: what else the event loop has to do comes on top.
constexpr qint64 TurnMilliseconds = 2;

} // namespace

Turns::Turns(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Turns::doSome);
}

void Turns::add(QObject *context, Work work)
{
    m_line.push_back({context, std::move(work)});
    if (!m_timer.isActive())
        m_timer.start(0);
}

void Turns::doSome()
{
    const QPointer<Turns> self(this);
    QElapsedTimer time;
    time.start();
    while (!m_line.empty()) {
        const Entry next = std::move(m_line.front());
        m_line.pop_front();
        if (next.context)
            next.work();
        if (!self)
            return;
        if (time.elapsed() >= TurnMilliseconds)
            break;
    }
    if (!m_line.empty())
        m_timer.start(0);
}

} // namespace net
