// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketpager.h"

#include "atlas/errors/slowcount.h"
#include "buckets/reading/pagecost.h"
#include "buckets/rows/bucketstore.h"
#include "net/calls/client.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

/// How many empty pages are stepped over, one by one, to find one with rows.
constexpr int MostStepsBack = 8;

} // namespace

BucketPager::BucketPager(net::Client &client, BucketStore &store, const Options &options,
                         QObject *parent)
    : QObject(parent), m_client(client), m_store(store), m_options(options),
      m_callOptions(client.options()), m_cache(MostPageCost), m_ahead(client)
{ }

std::optional<net::Waiting> BucketPager::waiting() const
{
    return m_call ? m_call->waiting() : std::nullopt;
}

std::optional<qint64> BucketPager::totalCount() const
{
    return m_shown ? m_shown->content.totalCount : std::nullopt;
}

std::optional<int> BucketPager::pageCount() const
{
    const auto last = lastPage(totalCount(), request().itemsPerPage);
    return last ? std::optional(last->value()) : std::nullopt;
}

std::optional<atlas::ApiError> BucketPager::leftOutError() const
{
    if (!m_shown || m_shown->content.leftOut == 0)
        return std::nullopt;
    atlas::ApiError error =
        atlas::leftOutEntries(m_shown->content.leftOut, m_shown->content.firstProblem);
    error.request = "GET "_L1 + atlas::listExportBuckets(*m_project, {}).target.path;
    return error;
}

Completeness BucketPager::completeness() const
{
    if (!m_shown)
        return {};
    Completeness completeness = Completeness::whole();
    if (hasNext() || hasPrevious())
        completeness.add(Gap::OtherPages);
    if (m_shown->content.leftOut > 0)
        completeness.add(Gap::LeftOut);
    return completeness;
}

bool BucketPager::hasNext() const
{
    if (!m_shown)
        return false;
    const Buckets &content = m_shown->content;
    switch (content.next) {
    case Buckets::Link::Present:
        return true;
    case Buckets::Link::Absent:
        return false;
    case Buckets::Link::Unsaid:
        break;
    }
    const bool full = content.entryCount() >= m_shown->request.itemsPerPage.value();
    return full && (!content.totalCount || m_shown->lastRow() < *content.totalCount);
}

bool BucketPager::hasPrevious() const
{
    return m_shown && m_shown->number() > atlas::PageNumber();
}

bool BucketPager::canGoToLast() const
{
    const auto last = pageCount();
    return last && m_shown && *last != m_shown->number().value();
}

bool BucketPager::wantsAnotherSize() const
{
    return m_shown && m_shown->request.itemsPerPage != m_options.itemsPerPage;
}

bool BucketPager::wantsAnotherPage() const
{
    return m_shown && !wantsAnotherSize() && m_wanted != m_shown->number();
}

atlas::PageRequest BucketPager::request() const
{
    if (m_shown)
        return m_shown->request;
    return {m_wanted, m_options.itemsPerPage, m_options.includeCount && !m_isTooSlowToCount};
}

PageExtent BucketPager::extent() const
{
    if (!m_shown)
        return {};
    return {m_shown->firstRow(), m_shown->lastRow(), m_shown->content.results.size(), totalCount()};
}

void BucketPager::open(atlas::ProjectId project, atlas::PageNumber page)
{
    forget();
    m_project = project;
    load(page);
}

void BucketPager::close()
{
    forget();
    m_project.reset();
    m_wanted = {};
    setState(State::Idle);
}

void BucketPager::goTo(atlas::PageNumber page)
{
    loadRow(qint64(page.value() - 1) * request().itemsPerPage.value() + 1);
}

void BucketPager::goToFirst()
{
    loadRow(1);
}

void BucketPager::goToPrevious()
{
    if (hasPrevious())
        loadRow(m_shown->firstRow() - 1);
}

/// The rows that follow those on screen, whatever size the pages have from now on.
void BucketPager::goToNext()
{
    if (hasNext())
        loadRow(m_shown->firstRow() + m_shown->request.itemsPerPage.value());
}

void BucketPager::goToLast()
{
    if (const auto total = totalCount())
        loadRow(std::max<qint64>(1, *total));
}

void BucketPager::refresh()
{
    m_ahead.forget();
    if (m_project)
        load(m_state == State::Failed || !m_shown ? m_wanted : pageOnScreen());
}

void BucketPager::stop()
{
    m_ahead.stop();
    if (!isLoading())
        return;
    ++m_generation;
    if (m_call)
        m_call->cancel();
    if (m_shown)
        m_wanted = pageOnScreen();
    m_store.setStale(m_isOutdated);
    setState(m_shown ? State::Ready : State::Idle);
}

void BucketPager::setOptions(const Options &options)
{
    if (options == m_options && m_client.options() == m_callOptions)
        return;
    const bool isOtherSize = options.itemsPerPage != m_options.itemsPerPage;
    const qint64 rowToKeep = m_shown
        ? m_shown->firstRow() + m_rowOnTop
        : qint64(m_wanted.value() - 1) * m_options.itemsPerPage.value() + 1;
    m_options = options;
    m_callOptions = m_client.options();
    m_isTooSlowToCount = false;
    m_cache.clear();
    m_ahead.forget();
    if (isOtherSize)
        m_wanted = pageWithRow(rowToKeep);
    if (m_project)
        load(m_wanted);
}

/// Loads the page that has a row, counted from 1 on.
void BucketPager::loadRow(qint64 row)
{
    if (m_project)
        load(pageWithRow(row));
}

void BucketPager::load(atlas::PageNumber page)
{
    if (m_call)
        m_call->cancel();
    m_wanted = page;
    m_missingPage.reset();
    m_stepsBack = 0;
    const quint64 generation = ++m_generation;
    const PageAhead::Place place = placeOf(page);
    if (const auto fetched = m_ahead.take(place)) {
        const Shown ahead{place.request, fetched->content, fetched->readAt, m_callOptions};
        if (m_ahead.isFresh(ahead.readAt)) {
            receivePage(ahead);
            return;
        }
        remember(ahead);
    }
    if (const Shown *seen = m_cache.object(page.value()))
        show(*seen);
    else if (!showKeptPage(page) && (wantsAnotherSize() || wantsAnotherPage()))
        m_store.setStale(true);

    const auto handler = [this, request = place.request,
                          generation](const atlas::Result<Buckets> &answer) {
        if (generation == m_generation)
            receive(request, answer);
    };
    m_call = m_ahead.takeOver(place, handler);
    m_ahead.forget();
    if (!m_call)
        m_call = m_client.send<Buckets>(atlas::listExportBuckets(*m_project, place.request), this,
                                        handler);
    connect(m_call, &net::Call::waitingChanged, this, &BucketPager::changed);
    setState(State::Loading);
}

void BucketPager::receive(const atlas::PageRequest &request, const atlas::Result<Buckets> &answer)
{
    if (answer)
        receivePage({request, *answer, QDateTime::currentDateTimeUtc(), m_callOptions});
    else if (!loadWithoutCount(request.page, answer.error()))
        fail(answer.error());
}

/// Of a project that has too many buckets to be counted in time.
bool BucketPager::loadWithoutCount(atlas::PageNumber page, const atlas::ApiError &error)
{
    if (!m_options.includeCount || m_isTooSlowToCount || !atlas::isTooSlowToCount(error))
        return false;
    m_isTooSlowToCount = true;
    const auto missingPage = m_missingPage;
    const int stepsBack = m_stepsBack;
    load(page);
    m_missingPage = missingPage;
    m_stepsBack = stepsBack;
    return true;
}

void BucketPager::receivePage(const Shown &shown)
{
    if (shown.content.results.isEmpty() && shown.number() > atlas::PageNumber()) {
        recoverFromMissing(shown);
        return;
    }
    remember(shown);
    show(shown);
    lookAhead();
    setState(State::Ready);
    Q_EMIT loaded();
}

/// Atlas answers a page beyond the end with an empty one. What is there instead is worth more.
void BucketPager::recoverFromMissing(const Shown &missing)
{
    m_cache.remove(missing.number().value());
    const auto firstMissing = m_missingPage.value_or(missing.number());
    const int stepsBack = m_stepsBack + 1;
    const auto last = lastPage(missing.content.totalCount, missing.request.itemsPerPage);
    const bool canStay = m_shown && m_shown->firstRow() < missing.firstRow();
    const bool mayStep = stepsBack <= MostStepsBack;
    if (mayStep && last && *last < missing.number()) {
        load(*last);
    } else if (canStay) {
        if (!wantsAnotherSize() && neighbour(m_shown->number(), +1) == missing.number())
            m_shown->content.next = Buckets::Link::Absent;
        m_wanted = pageOnScreen();
        m_store.setStale(m_isOutdated);
        setState(State::Ready);
    } else if (mayStep && m_shown) {
        load(neighbour(missing.number(), -1));
    } else {
        load({});
    }
    m_missingPage = firstMissing;
    m_stepsBack = stepsBack;
    Q_EMIT changed();
}

void BucketPager::remember(const Shown &shown)
{
    m_cache.insert(shown.number().value(), new Shown(shown), pageCost(shown.content.results));
}

/// A page seen before is shown at once anyway: fetching it would gain nothing.
void BucketPager::lookAhead()
{
    const auto next = neighbour(m_shown->number(), +1);
    if (hasNext() && !m_cache.contains(next.value()))
        m_ahead.expect(placeOf(next));
    else
        m_ahead.forget();
}

PageAhead::Place BucketPager::placeOf(atlas::PageNumber page) const
{
    const bool includeCount = m_options.includeCount && !m_isTooSlowToCount;
    return {*m_project, {page, m_options.itemsPerPage, includeCount}};
}

void BucketPager::show(const Shown &shown)
{
    m_shown = shown;
    m_isOutdated = false;
    m_rowOnTop = 0;
    m_store.setBuckets(*m_project, shown.content.results);
}

void BucketPager::fail(const atlas::ApiError &error)
{
    m_error = error;
    m_isOutdated = true;
    m_store.setStale(true);
    setState(State::Failed);
    Q_EMIT failed(error);
}

void BucketPager::forget()
{
    ++m_generation;
    if (m_call)
        m_call->cancel();
    m_cache.clear();
    m_ahead.forget();
    m_shown.reset();
    m_kept.reset();
    m_isOutdated = false;
    m_missingPage.reset();
    m_isTooSlowToCount = false;
    m_store.clear();
}

void BucketPager::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

atlas::PageNumber BucketPager::pageWithRow(qint64 row) const
{
    return pageNumber((row - 1) / m_options.itemsPerPage.value() + 1);
}

qint64 BucketPager::Shown::firstRow() const
{
    return qint64(request.page.value() - 1) * request.itemsPerPage.value() + 1;
}

} // namespace buckets
