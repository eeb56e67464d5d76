// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/callqueue.h"

#include <algorithm>
#include <utility>

namespace buckets {

CallQueue::CallQueue(int most, QObject *parent) : QObject(parent), m_most(std::max(1, most)) { }

void CallQueue::add(Send send)
{
    m_waiting.push_back(std::move(send));
    sendNext();
}

void CallQueue::clear()
{
    m_waiting.clear();
    const auto calls = std::exchange(m_underWay, {});
    for (const QPointer<net::Call> &call : calls) {
        if (call)
            call->cancel();
    }
}

void CallQueue::sendNext()
{
    while (!m_waiting.empty() && m_underWay.size() < m_most) {
        const Send send = std::move(m_waiting.front());
        m_waiting.pop_front();
        const quint64 number = ++m_lastNumber;
        m_underWay.insert(number, {});
        m_underWay[number] = send([this, number] { end(number); });
    }
}

/// One that clear() has cancelled from its own handler is no longer known.
void CallQueue::end(quint64 number)
{
    if (m_underWay.remove(number) == 0)
        return;
    sendNext();
    if (isEmpty())
        Q_EMIT drained();
}

} // namespace buckets
