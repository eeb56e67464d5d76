// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/values/objectid.h"
#include "buckets/reading/budgetshare.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace net {
class Client;
}

namespace buckets {

class BucketReader;
class BucketStore;

/// Fills in the regions of the rows in view, which Atlas's lists leave out: a few at a time, and
/// with no more than a part of the rate limit. A failure is no problem of the user's:
/// the region is left out, as in the list, until tryAgain().
class RegionReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int CallsAtATime = 2;

    /// Both must outlive this.
    RegionReader(net::Client &client, BucketReader &reader, QObject *parent = nullptr);

    /// Whether regions are read by themselves. On, at first.
    void setEnabled(bool enabled);

    /// What `reader` reads, for this or for others, fills in the regions of `store`, which must
    /// outlive this.
    void fillIn(BucketStore &store);
    /// These rows of a store that is filled in are in view, from now on; the first are read first.
    /// Reads once the view has shown the same buckets for a moment, whatever rows they are in.
    void setRowsInView(BucketStore &store, const QList<int> &rows);
    /// Atlas answers again: reads what could not be read before.
    void tryAgain();
    /// Reads nothing more for the rows in view.
    void stop();

private:
    struct View
    {
        BucketStore *store;
        QList<int> rows;
        /// In these rows.
        QList<atlas::BucketId> buckets;
    };
    /// A bucket in view.
    struct Place
    {
        atlas::ProjectId project;
        atlas::BucketId bucket;
    };

    bool mayRead() const { return m_enabled && !m_isBroken && !m_isStopped && m_view; }
    void readSome();
    /// The buckets in view whose region is to be filled in, those under way included.
    QList<Place> missing() const;
    void takeIn(atlas::BucketId bucket);
    void noteFailure(atlas::BucketId bucket, const atlas::ApiError &error);
    void showPending();

    BucketReader &m_reader;
    QList<BucketStore *> m_stores;
    bool m_enabled = true;
    bool m_isBroken = false;
    bool m_isStopped = false;
    std::optional<View> m_view;
    /// What this has asked for, and has not come yet.
    QSet<atlas::BucketId> m_mine;
    QSet<atlas::BucketId> m_unreadable;
    BudgetShare m_share;
    QTimer m_timer;
};

} // namespace buckets
