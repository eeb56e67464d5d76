// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"
#include "buckets/reading/callqueue.h"
#include "insight/check/wholelist.h"
#include "insight/health/part.h"
#include "net/calls/client.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <utility>

namespace insight {

/// Reads a list of a project that nobody but the rules asks for.
template<class T>
class PartReading
{
public:
    using Page = atlas::Page<T>;
    /// The call for a page.
    using Call = std::function<atlas::Request<Page>(const atlas::PageRequest &)>;
    /// It has ended; with an error, if a call has failed.
    using Ended = std::function<void(const std::optional<atlas::ApiError> &)>;

    /// What it refers to must outlive it; the queue's calls are cancelled before it is gone.
    PartReading(net::Client &client, buckets::CallQueue &queue, Call call, Ended ended)
        : m_client(client), m_queue(queue), m_call(std::move(call)), m_ended(std::move(ended))
    { }

    const Part<QList<T>> &part() const { return m_part; }
    bool isReading() const { return m_isReading; }

    /// Reads the list, unless that is under way.
    void read()
    {
        if (std::exchange(m_isReading, true))
            return;
        m_part = {};
        m_list = {};
        readPage();
    }

    /// Its calls were cancelled: nothing is known of the list, unless it was read before.
    void noteStopped() { m_isReading = false; }
    /// What has failed may be read once more.
    void forgetFailure()
    {
        if (m_part.error)
            m_part = {};
    }

private:
    void readPage()
    {
        m_queue.add([this](const buckets::CallQueue::Ended &ended) {
            return m_client.send<Page>(
                m_call(m_list.next()), &m_queue,
                [this, ended](const atlas::Result<Page> &answer) {
                    receive(answer);
                    ended();
                },
                net::Client::Effort::Usual, net::Priority::Sweep);
        });
    }

    void receive(const atlas::Result<Page> &answer)
    {
        if (!answer && m_list.goesOnWithoutCount(answer.error())) {
            readPage();
            return;
        }
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_list.takeIn(*answer);
        if (m_list.isEndless())
            fail(buckets::limits::endless());
        else if (m_list.isOver())
            end({m_list.items(), m_list.completeness()});
        else
            readPage();
    }

    void fail(const atlas::ApiError &error)
    {
        end({{}, buckets::Completeness::lacking(buckets::Gap::Failed), error});
    }

    void end(const Part<QList<T>> &part)
    {
        m_part = part;
        m_list = {};
        m_isReading = false;
        m_ended(m_part.error);
    }

    net::Client &m_client;
    buckets::CallQueue &m_queue;
    Call m_call;
    Ended m_ended;
    Part<QList<T>> m_part;
    WholeList<T> m_list;
    bool m_isReading = false;
};

} // namespace insight
