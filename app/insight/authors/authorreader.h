// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "buckets/reading/callqueue.h"
#include "buckets/reading/failurestreak.h"
#include "insight/authors/authorsof.h"
#include "net/calls/client.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

namespace insight {

/// Asks for the events of the projects in which something changed, one page a project, and tells
/// who made which change. Gives up when Atlas cannot be reached. Keeps nothing. Of the window's
/// thread.
class AuthorReader : public QObject
{
    Q_OBJECT

public:
    /// `client` must outlive this.
    explicit AuthorReader(net::Client &client, QObject *parent = nullptr);

    /// Reads who made the changes of this comparison, unless that was read or is under way. What is
    /// still to be read of another one is not.
    void read(const Comparison &comparison);
    /// Ends the reading; what has arrived stays, and read() begins anew.
    void stop();

    bool isReading() const { return !m_queue.isEmpty(); }
    /// Of the changes that authors are read for, in their order; shorter, or empty, as long as
    /// nothing is known of them.
    const Authors &authors() const { return m_authors; }
    /// Whether authors() are those of this comparison.
    bool isAbout(const Comparison &comparison) const;

Q_SIGNALS:
    /// authors() or isReading() has changed.
    void changed();
    /// A call has failed.
    void failed(const atlas::ApiError &error);

private:
    using Events = atlas::Page<atlas::ProjectEvent>;

    void ask(atlas::ProjectId project);
    void receive(atlas::ProjectId project, const atlas::Result<Events> &answer, bool hadTypes);
    void takeIn(atlas::ProjectId project, const Events &page);

    net::Client &m_client;
    buckets::CallQueue m_queue;
    buckets::FailureStreak m_streak;
    /// What changed, between which readings.
    QList<Change> m_changes;
    QDateTime m_before;
    QDateTime m_after;
    bool m_isBegun = false;
    bool m_wasStopped = false;
    /// Atlas knows all types that are asked for.
    bool m_asksForTypes = true;
    atlas::EventFilter m_filter;
    QHash<atlas::ProjectId, ToldEvents> m_told;
    Authors m_authors;
};

} // namespace insight
