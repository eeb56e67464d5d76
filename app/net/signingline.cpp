// SPDX-License-Identifier: Apache-2.0
#include "net/signingline.h"

#include <utility>

namespace net {

void SigningLine::add(const QByteArray &uri, SigningWaiter waiter)
{
    m_places.push_back({uri, std::move(waiter)});
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

std::optional<SigningLine::Place> SigningLine::takeFirst()
{
    dropTheDead();
    if (m_places.empty())
        return std::nullopt;
    Place first = std::move(m_places.front());
    m_places.pop_front();
    return first;
}

void SigningLine::fail(const atlas::ApiError &error)
{
    const auto places = std::exchange(m_places, {});
    for (const Place &place : places) {
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
