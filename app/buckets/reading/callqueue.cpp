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

void CallQueue::insist(net::Client &client)
{
    m_isAhead = false;
    for (const QPointer<net::Call> &call : std::as_const(m_underWay)) {
        if (call)
            client.insistOn(*call);
    }
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

CallLoad CallQueue::load() const
{
    const auto running = std::count_if(m_underWay.begin(), m_underWay.end(),
                                       [](const auto &call) { return call && !call->waiting(); });
    const auto inLine = static_cast<int>(m_waiting.size());
    return {static_cast<int>(m_underWay.size()) + inLine,
            running > 0 ? static_cast<int>(running) + inLine : 0};
}

void CallQueue::sendNext()
{
    while (!m_waiting.empty() && m_underWay.size() < m_most) {
        const Send send = std::move(m_waiting.front());
        m_waiting.pop_front();
        const quint64 number = ++m_lastNumber;
        m_underWay.insert(number, {});
        const QPointer<net::Call> call = send([this, number] { end(number); });
        m_underWay[number] = call;
        if (call)
            connect(call, &net::Call::waitingChanged, this, &CallQueue::waitingChanged);
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
