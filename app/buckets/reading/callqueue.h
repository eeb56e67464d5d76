// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/callload.h"
#include "net/calls/client.h"

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
    /// Whether nobody has asked yet for what is sent from now on.
    void setAhead(bool ahead) { m_isAhead = ahead; }
    net::Client::Effort effort() const
    {
        return m_isAhead ? net::Client::Effort::Once : net::Client::Effort::Usual;
    }
    net::Priority priority() const
    {
        return m_isAhead ? net::Priority::Ahead : net::Priority::Sweep;
    }
    /// Somebody has asked for it, of `client`, in the meantime.
    void insist(net::Client &client);
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
    bool m_isAhead = false;
    quint64 m_lastNumber = 0;
    QHash<quint64, QPointer<net::Call>> m_underWay;
    std::deque<Send> m_waiting;
};

} // namespace buckets
