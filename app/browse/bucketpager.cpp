// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketpager.h"

#include "atlas/slowcount.h"
#include "browse/buckettablemodel.h"
#include "browse/pagecost.h"
#include "net/client.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

/// How many empty pages are stepped over, one by one, to find one with rows.
constexpr int MostStepsBack = 8;

atlas::PageNumber pageNumber(qint64 number)
{
    const qint64 bounded =
        std::clamp<qint64>(number, atlas::PageNumber::Min, atlas::PageNumber::Max);
    return *atlas::PageNumber::from(static_cast<int>(bounded));
}

atlas::PageNumber neighbour(atlas::PageNumber page, int distance)
{
    return pageNumber(qint64(page.value()) + distance);
}

} // namespace

BucketPager::BucketPager(net::Client &client, BucketTableModel &model, const Options &options,
                         QObject *parent)
    : QObject(parent), m_client(client), m_model(model), m_options(options), m_cache(MostPageCost),
      m_ahead(client)
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
    const auto last = lastPageFor(totalCount());
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
    const bool full = content.entryCount() >= m_options.itemsPerPage.value();
    return full && (!content.totalCount || lastRow() < *content.totalCount);
}

bool BucketPager::hasPrevious() const
{
    return m_shown && m_shown->number > atlas::PageNumber();
}

bool BucketPager::canGoToLast() const
{
    const auto last = lastPageFor(totalCount());
    return last && m_shown && *last != m_shown->number;
}

QString BucketPager::pageStatus() const
{
    if (isLoading())
        return tr("Loading…");
    if (!m_shown)
        return {};
    if (m_shown->content.results.isEmpty())
        return tr("No export buckets");
    const QLocale locale;
    const QString first = locale.toString(firstRow());
    const QString last = locale.toString(lastRow());
    if (!totalCount()) {
        //: The numbers of the first and the last row of a page, e.g. 101–200
        return tr("%1–%2").arg(first, last);
    }
    //: The numbers of the first and the last row of a page and of all rows, e.g. 1–100 of 2,508
    return tr("%1–%2 of %3").arg(first, last, locale.toString(std::max(lastRow(), *totalCount())));
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
    if (m_project)
        load(page);
}

void BucketPager::goToFirst()
{
    goTo({});
}

void BucketPager::goToPrevious()
{
    if (hasPrevious())
        goTo(neighbour(m_shown->number, -1));
}

void BucketPager::goToNext()
{
    if (hasNext())
        goTo(neighbour(m_shown->number, +1));
}

void BucketPager::goToLast()
{
    if (const auto last = lastPageFor(totalCount()))
        goTo(*last);
}

void BucketPager::refresh()
{
    m_ahead.forget();
    if (m_project)
        load(m_state == State::Failed ? m_wanted : page());
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
        m_wanted = m_shown->number;
    setState(m_shown ? State::Ready : State::Idle);
}

void BucketPager::setOptions(const Options &options)
{
    if (options == m_options)
        return;
    const qint64 firstRowOnScreen = m_shown ? firstRow() : 1;
    m_options = options;
    m_isTooSlowToCount = false;
    m_cache.clear();
    m_ahead.forget();
    if (m_project)
        load(pageNumber((firstRowOnScreen - 1) / options.itemsPerPage.value() + 1));
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
        const Shown ahead{page, fetched->content, fetched->readAt};
        if (m_ahead.isFresh(ahead.readAt)) {
            receivePage(ahead);
            return;
        }
        remember(ahead);
    }
    if (const Shown *seen = m_cache.object(page.value()))
        show(*seen);

    const auto handler = [this, page, generation](const atlas::Result<Buckets> &answer) {
        if (generation == m_generation)
            receive(page, answer);
    };
    m_call = m_ahead.takeOver(place, handler);
    m_ahead.forget();
    if (!m_call)
        m_call = m_client.send<Buckets>(atlas::listExportBuckets(*m_project, place.request), this,
                                        handler);
    connect(m_call, &net::Call::waitingChanged, this, &BucketPager::changed);
    setState(State::Loading);
}

void BucketPager::receive(atlas::PageNumber page, const atlas::Result<Buckets> &answer)
{
    if (answer)
        receivePage({page, *answer, QDateTime::currentDateTimeUtc()});
    else if (!loadWithoutCount(page, answer.error()))
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
    if (shown.content.results.isEmpty() && shown.number > atlas::PageNumber()) {
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
    m_cache.remove(missing.number.value());
    const auto firstMissing = m_missingPage.value_or(missing.number);
    const int stepsBack = m_stepsBack + 1;
    const auto last = lastPageFor(missing.content.totalCount);
    const bool canStay = m_shown && m_shown->number < missing.number;
    const bool mayStep = stepsBack <= MostStepsBack;
    if (mayStep && last && *last < missing.number) {
        load(*last);
    } else if (canStay) {
        if (neighbour(m_shown->number, +1) == missing.number)
            m_shown->content.next = Buckets::Link::Absent;
        m_wanted = m_shown->number;
        setState(State::Ready);
    } else if (mayStep && m_shown) {
        load(neighbour(missing.number, -1));
    } else {
        load({});
    }
    m_missingPage = firstMissing;
    m_stepsBack = stepsBack;
    Q_EMIT changed();
}

void BucketPager::remember(const Shown &shown)
{
    m_cache.insert(shown.number.value(), new Shown(shown), pageCost(shown.content.results));
}

/// A page seen before is shown at once anyway: fetching it would gain nothing.
void BucketPager::lookAhead()
{
    const auto next = neighbour(m_shown->number, +1);
    if (hasNext() && !m_cache.contains(next.value()))
        m_ahead.expect(placeOf(next));
    else
        m_ahead.forget();
}

PageAhead::Place BucketPager::placeOf(atlas::PageNumber page) const
{
    const bool includeCount = m_options.includeCount && !m_isTooSlowToCount;
    return {*m_project, {page, m_options.itemsPerPage, includeCount, m_options.call}};
}

void BucketPager::show(const Shown &shown)
{
    m_shown = shown;
    m_model.setBuckets(*m_project, shown.content.results);
}

void BucketPager::fail(const atlas::ApiError &error)
{
    m_error = error;
    m_model.setStale(true);
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
    m_missingPage.reset();
    m_isTooSlowToCount = false;
    m_model.clear();
}

void BucketPager::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

qint64 BucketPager::firstRow() const
{
    return qint64(m_shown->number.value() - 1) * m_options.itemsPerPage.value() + 1;
}

qint64 BucketPager::lastRow() const
{
    return firstRow() + m_shown->content.results.size() - 1;
}

std::optional<atlas::PageNumber> BucketPager::lastPageFor(std::optional<qint64> totalCount) const
{
    if (!totalCount)
        return std::nullopt;
    const qint64 perPage = m_options.itemsPerPage.value();
    return pageNumber((*totalCount + perPage - 1) / perPage);
}

} // namespace browse
