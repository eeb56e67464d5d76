// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/pageahead.h"

#include "atlas/calls/requests.h"
#include "buckets/reading/pagecost.h"
#include "buckets/reading/stillness.h"
#include "net/calls/client.h"

#include <utility>

namespace buckets {

PageAhead::PageAhead(net::Client &client, QObject *parent)
    : QObject(parent), m_client(client), m_share(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PageAhead::fetch);
}

void PageAhead::setEnabled(bool enabled)
{
    if (m_enabled == enabled)
        return;
    m_enabled = enabled;
    stop();
    m_fetched.reset();
    if (enabled && m_place)
        m_timer.start(Stillness);
}

void PageAhead::expect(const Place &place)
{
    forget();
    m_place = place;
    if (m_enabled)
        m_timer.start(Stillness);
}

std::optional<PageAhead::Fetched> PageAhead::take(const Place &place)
{
    return m_place == place ? std::exchange(m_fetched, std::nullopt) : std::nullopt;
}

/// By the time of day: a computer that has slept since has aged the page, too.
bool PageAhead::isFresh(const QDateTime &readAt) const
{
    const std::chrono::milliseconds age(readAt.msecsTo(QDateTime::currentDateTimeUtc()));
    return age >= age.zero() && age < m_freshness;
}

QPointer<net::Call> PageAhead::takeOver(const Place &place, const Handler &handler)
{
    if (m_place != place || !m_call)
        return nullptr;
    *m_handler = handler;
    m_client.insistOn(*m_call);
    return std::exchange(m_call, nullptr);
}

void PageAhead::stop()
{
    m_timer.stop();
    if (m_call)
        m_call->cancel();
    m_call.clear();
}

void PageAhead::forget()
{
    stop();
    m_fetched.reset();
    m_place.reset();
}

void PageAhead::fetch()
{
    const auto request = atlas::listExportBuckets(m_place->project, m_place->request);
    if (const auto wait = m_share.take(request.target); wait > wait.zero()) {
        m_timer.start(wait);
        return;
    }
    const auto handler =
        std::make_shared<Handler>([this](const atlas::Result<Buckets> &answer) { keep(answer); });
    m_handler = handler;
    m_call = m_client.send<Buckets>(
        request, this, [handler](const atlas::Result<Buckets> &answer) { (*handler)(answer); },
        net::Client::Effort::Once, net::Priority::Ahead);
}

/// A page without rows is left to be asked for again: it may be time to look for another.
void PageAhead::keep(const atlas::Result<Buckets> &answer)
{
    m_call.clear();
    if (answer && !answer->results.isEmpty() && pageCost(answer->results) <= MostPageCost)
        m_fetched = Fetched{*answer, QDateTime::currentDateTimeUtc()};
}

} // namespace buckets
