// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/callload.h"
#include "net/calls/call.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace buckets {

/// Keeps at most so many calls on their way at a time, and the others in line.
class CallQueue : public QObject
{
    Q_OBJECT

public:
    using Ended = std::function<void()>;
    /// Sends a call, whose handler calls `ended` last.
    using Send = std::function<QPointer<net::Call>(Ended ended)>;

    /// `most` is how many calls are on their way at a time; at least 1.
    explicit CallQueue(int most, QObject *parent = nullptr);

    /// Sends the call at once or, if too many are on their way, when one of them has ended.
    void add(Send send);
    /// Cancels the calls on their way and forgets those in line. Does not emit drained().
    void clear();

    bool isEmpty() const { return m_underWay.isEmpty() && m_waiting.empty(); }
    /// Those in line are runnable if any of those on their way is: they would wait as well.
    CallLoad load() const;

Q_SIGNALS:
    /// The last call has ended.
    void drained();
    /// A call on its way waits for a rate limit or a retry, or does so no longer.
    void waitingChanged();

private:
    void sendNext();
    void end(quint64 number);

    int m_most;
    quint64 m_lastNumber = 0;
    QHash<quint64, QPointer<net::Call>> m_underWay;
    std::deque<Send> m_waiting;
};

} // namespace buckets
