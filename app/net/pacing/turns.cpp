// SPDX-License-Identifier: Apache-2.0
#include "net/pacing/turns.h"

#include <QElapsedTimer>

#include <utility>

namespace net {

namespace {

/// A small part of a frame: what else the event loop has to do comes on top.
constexpr qint64 TurnMilliseconds = 2;
constexpr std::size_t MostInLine = 8;

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

bool Turns::isBehind() const
{
    return m_line.size() >= MostInLine;
}

void Turns::finish()
{
    if (m_isAtWork)
        return;
    for (std::size_t left = m_line.size(); left > 0 && !m_line.empty(); --left) {
        if (!doNext())
            return;
    }
}

void Turns::doSome()
{
    QElapsedTimer time;
    time.start();
    while (!m_line.empty()) {
        if (!doNext())
            return;
        if (time.elapsed() >= TurnMilliseconds)
            break;
    }
    if (!m_line.empty())
        m_timer.start(0);
}

/// Returns whether this is still there.
bool Turns::doNext()
{
    const QPointer<Turns> self(this);
    const Entry next = std::move(m_line.front());
    m_line.pop_front();
    m_isAtWork = true;
    if (next.context)
        next.work();
    if (self)
        m_isAtWork = false;
    return self;
}

} // namespace net
