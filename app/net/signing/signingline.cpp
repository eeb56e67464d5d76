// SPDX-License-Identifier: Apache-2.0
#include "net/signing/signingline.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace net {

void SigningLine::add(const Signable &request, SigningWaiter waiter)
{
    m_places.push_back({request, std::move(waiter)});
}

void SigningLine::remove(const QObject *context)
{
    m_places.remove_if(
        [context](const Place &place) { return place.waiter.context.data() == context; });
}

bool SigningLine::isEmpty()
{
    dropTheDead();
    return m_places.empty();
}

std::optional<SigningLine::Place> SigningLine::takeFirst(const Condition &condition)
{
    dropTheDead();
    const auto found =
        std::find_if(m_places.begin(), m_places.end(),
                     [&condition](const Place &place) { return condition(place.request); });
    if (found == m_places.end())
        return std::nullopt;
    Place first = std::move(*found);
    m_places.erase(found);
    return first;
}

void SigningLine::fail(const atlas::ApiError &error, const Condition &condition)
{
    std::list<Place> failed;
    for (auto place = m_places.begin(); place != m_places.end();) {
        const auto next = std::next(place);
        if (condition(place->request))
            failed.splice(failed.end(), m_places, place);
        place = next;
    }
    for (const Place &place : failed) {
        if (place.waiter.context)
            place.waiter.ready(tl::unexpected(error));
    }
}

void SigningLine::tell(const std::optional<Waiting> &waiting) const
{
    for (const Place &place : m_places) {
        if (place.waiter.context)
            place.waiter.delayed(waiting);
    }
}

void SigningLine::dropTheDead()
{
    m_places.remove_if([](const Place &place) { return !place.waiter.context; });
}

} // namespace net
