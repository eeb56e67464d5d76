// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/requests.h"
#include "atlas/values/pagerequest.h"
#include "buckets/reading/completeness.h"
#include "buckets/reading/pageahead.h"
#include "buckets/reading/pagenumbers.h"
#include "net/calls/call.h"

#include <QCache>
#include <QDateTime>
#include <QObject>
#include <QPointer>

namespace net {
class Client;
}

namespace buckets {

class BucketStore;

/// Turns the pages of one project's export buckets, and fills a BucketStore with the one
/// shown.
///
/// What is shown and what is asked for are two things: while another page loads, and after it
/// failed, the rows of the last one stay, marked stale, with the numbers that they came with. Only
/// a page that has come changes what is said of the rows. A page seen before is shown at once and
/// read anew; the next page is fetched ahead, and shown at once when it is asked for.
///
/// Pages are counted in the size of those on screen: another size counts from the page that comes.
class BucketPager : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed)
    Q_PROPERTY(bool hasPrevious READ hasPrevious NOTIFY changed)
    Q_PROPERTY(bool canGoToLast READ canGoToLast NOTIFY changed)

public:
    enum class State { Idle, Loading, Ready, Failed };
    Q_ENUM(State)

    /// How pages are asked for.
    struct Options
    {
        atlas::ItemsPerPage itemsPerPage;
        bool includeCount = true;

        friend bool operator==(const Options &, const Options &) = default;
    };

    /// `client` and `store` must outlive the pager.
    BucketPager(net::Client &client, BucketStore &store, const Options &options,
                QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isLoading() const { return m_state == State::Loading; }
    /// Why the load under way does not go on just now; nothing if it does.
    std::optional<net::Waiting> waiting() const;
    std::optional<atlas::ProjectId> project() const { return m_project; }
    /// How pages are asked for from now on; what is on screen may have been asked for otherwise.
    const Options &options() const { return m_options; }

    /// Whether a page is on screen; it may be an empty one.
    bool isShowing() const { return m_shown.has_value(); }
    /// The page on screen or, if there is none, the one asked for.
    atlas::PageNumber page() const { return m_shown ? m_shown->number() : m_wanted; }
    /// The page asked for last, in the size asked for last.
    atlas::PageNumber wantedPage() const { return m_wanted; }
    /// Whether the pages asked for have another size than the one on screen.
    bool wantsAnotherSize() const;
    /// Whether the page asked for last is another one than that on screen.
    bool wantsAnotherPage() const;
    /// The request whose answer is on screen or, if there is none, the one that is made.
    atlas::PageRequest request() const;
    /// How the client made that request, or makes it.
    const atlas::CallOptions &callOptions() const
    {
        return m_shown ? m_shown->callOptions : m_callOptions;
    }
    /// As Atlas estimates it; nothing if it was not asked.
    std::optional<qint64> totalCount() const;
    /// Whether Atlas was asked for the total count and could not count in time: the pages of the
    /// project are read without it, until it is opened anew.
    bool isTooSlowToCount() const { return m_isTooSlowToCount; }
    /// What could not be read of the page on screen, and is left out; nothing if it is all there.
    std::optional<atlas::ApiError> leftOutError() const;
    /// Whether the rows on screen are all buckets of the project.
    Completeness completeness() const;
    /// Whether a page is on screen, and the project has no other.
    bool isOnlyPage() const { return isShowing() && !hasNext() && !hasPrevious(); }
    /// Whether there is anything to turn the pages of: not while nothing is on screen, nor where
    /// the project has no bucket.
    bool hasPages() const
    {
        return isShowing() && (!isOnlyPage() || !m_shown->content.results.isEmpty());
    }
    /// Nothing without a total count. At least 1.
    std::optional<int> pageCount() const;
    /// Whether the page on screen is of an earlier day, and Atlas has not answered since.
    bool isKept() const { return m_shown && m_shown->isKept; }
    /// When the page on screen was read. UTC.
    QDateTime readAt() const { return m_shown ? m_shown->readAt : QDateTime(); }
    bool hasNext() const;
    bool hasPrevious() const;
    bool canGoToLast() const;

    /// Which rows of the list are on screen; none if no page is.
    PageExtent extent() const;
    /// Why the last load failed; meaningful in State::Failed.
    const atlas::ApiError &error() const { return m_error; }
    /// A page that was asked for and does not exist (any more); shown is another.
    std::optional<atlas::PageNumber> missingPage() const { return m_missingPage; }

    /// Shows the pages of the open project as they were at `at`, in UTC, until they are read:
    /// `buckets` are all of the project. Does nothing for another project.
    void showKept(atlas::ProjectId project, const QList<atlas::ExportBucket> &buckets,
                  const QDateTime &at);

    /// What fetches the next page ahead.
    PageAhead &ahead() { return m_ahead; }

public Q_SLOTS:
    /// Opens a project at `page`; whatever is shown of another one goes.
    void open(atlas::ProjectId project, atlas::PageNumber page = {});
    /// Shows nothing.
    void close();

    /// `page` counts as page() and pageCount() do.
    void goTo(atlas::PageNumber page);
    void goToFirst();
    void goToPrevious();
    void goToNext();
    void goToLast();
    /// Reads the page on screen anew or, after a failure, the one that failed.
    void refresh();
    /// Ends the load under way; what is on screen stays.
    void stop();
    /// Asks differently from now on, and reads anew, also if the client's options are other ones
    /// now. The row that setRowOnTop() tells stays on screen.
    void setOptions(const buckets::BucketPager::Options &options);
    /// Which row of the page is the first in view, from 0 on. The first one, after each page.
    void setRowOnTop(int row) { m_rowOnTop = row; }

Q_SIGNALS:
    /// Anything that can be read here has changed.
    void changed();
    /// A page has arrived and is on screen.
    void loaded();
    /// A load has failed.
    void failed(const atlas::ApiError &error);

private:
    using Buckets = atlas::Page<atlas::ExportBucket>;

    /// A page as it was asked for, and as it came.
    struct Shown
    {
        atlas::PageRequest request;
        Buckets content;
        QDateTime readAt;
        atlas::CallOptions callOptions;
        bool isKept = false;

        atlas::PageNumber number() const { return request.page; }
        /// The numbers of its rows among all of the project, from 1 on.
        qint64 firstRow() const;
        qint64 lastRow() const { return firstRow() + content.results.size() - 1; }
    };

    /// All buckets of the open project, of an earlier day.
    struct Kept
    {
        QList<atlas::ExportBucket> buckets;
        QDateTime at;
    };

    void load(atlas::PageNumber page);
    bool showKeptPage(atlas::PageNumber page);
    bool loadWithoutCount(atlas::PageNumber page, const atlas::ApiError &error);
    void loadRow(qint64 row);
    void receive(const atlas::PageRequest &request, const atlas::Result<Buckets> &answer);
    void receivePage(const Shown &shown);
    void recoverFromMissing(const Shown &missing);
    void remember(const Shown &shown);
    void show(const Shown &shown);
    void fail(const atlas::ApiError &error);
    void forget();
    void lookAhead();
    PageAhead::Place placeOf(atlas::PageNumber page) const;
    void setState(State state);
    atlas::PageNumber pageWithRow(qint64 row) const;
    atlas::PageNumber pageOnScreen() const { return pageWithRow(m_shown->firstRow()); }

    net::Client &m_client;
    BucketStore &m_store;
    Options m_options;
    /// The client's, when the pages were last asked for differently.
    atlas::CallOptions m_callOptions;
    State m_state = State::Idle;
    std::optional<atlas::ProjectId> m_project;
    std::optional<Shown> m_shown;
    std::optional<Kept> m_kept;
    /// In pages of the size in m_options.
    atlas::PageNumber m_wanted;
    int m_rowOnTop = 0;
    /// Whether what is on screen could not be read anew, or another page could not be read.
    bool m_isOutdated = false;
    std::optional<atlas::PageNumber> m_missingPage;
    /// How many pages in a row have turned out not to exist.
    int m_stepsBack = 0;
    atlas::ApiError m_error;
    /// Numbers the loads, so that the answer to an earlier one is known for what it is.
    quint64 m_generation = 0;
    QPointer<net::Call> m_call;
    QCache<int, Shown> m_cache;
    PageAhead m_ahead;
    bool m_isTooSlowToCount = false;
};

} // namespace buckets
