// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/errors/result.h"
#include "atlas/values/exportbucket.h"
#include "atlas/values/objectid.h"
#include "atlas/values/pagerequest.h"
#include "buckets/reading/budgetshare.h"
#include "net/calls/call.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace buckets {

/// Fetches the page that the user is likely to want next, so that it is there when it is asked for:
/// one page, one call, once the user rests, and with no more than a part of the rate limit. A
/// failure is no problem of the user's, who has asked for nothing: it is as if nobody had tried.
class PageAhead : public QObject
{
    Q_OBJECT

public:
    using Buckets = atlas::Page<atlas::ExportBucket>;
    using Handler = std::function<void(const atlas::Result<Buckets> &)>;

    /// How long a page counts as new after it was fetched. A page on screen grows as old while it
    /// is read, and export buckets are registered by hand, one at a time.
    static constexpr std::chrono::seconds UsualFreshness{30};

    /// Which page, and how it is asked for.
    struct Place
    {
        atlas::ProjectId project;
        atlas::PageRequest request;

        friend bool operator==(const Place &, const Place &) = default;
    };

    /// A page as it came.
    struct Fetched
    {
        Buckets content;
        QDateTime readAt;
    };

    /// `client` must outlive this.
    explicit PageAhead(net::Client &client, QObject *parent = nullptr);

    /// Whether pages are fetched ahead. On, at first.
    void setEnabled(bool enabled);
    bool isEnabled() const { return m_enabled; }
    /// How long a page counts as new, other than usually.
    void setFreshness(std::chrono::milliseconds freshness) { m_freshness = freshness; }

    /// This page is likely to be wanted next; what was fetched before goes.
    void expect(const Place &place);
    /// Whether the page expected is here.
    bool hasFetched() const { return m_fetched.has_value(); }
    /// The page, if it is here; it is gone afterwards. It has rows.
    std::optional<Fetched> take(const Place &place);
    /// Whether what was read then need not be read anew.
    bool isFresh(const QDateTime &readAt) const;
    /// If this page is being fetched: the call, which is the caller's from now on. It goes on with
    /// all effort, and `handler` gets what comes of it. Otherwise nullptr.
    QPointer<net::Call> takeOver(const Place &place, const Handler &handler);

    /// Ends the fetching; what is here stays.
    void stop();
    /// Ends the fetching, and expects no page any more.
    void forget();

private:
    void fetch();
    void keep(const atlas::Result<Buckets> &answer);

    net::Client &m_client;
    BudgetShare m_share;
    bool m_enabled = true;
    std::chrono::milliseconds m_freshness = UsualFreshness;
    /// The page expected: that all of the following is about.
    std::optional<Place> m_place;
    std::optional<Fetched> m_fetched;
    QPointer<net::Call> m_call;
    /// Who gets what comes of the call.
    std::shared_ptr<Handler> m_handler;
    QTimer m_timer;
};

} // namespace buckets
