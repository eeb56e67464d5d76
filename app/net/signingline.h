// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/authenticator.h"

#include <list>
#include <optional>

namespace net {

/// The calls that wait to be signed for, in the order they came.
class SigningLine
{
public:
    /// One of them, and what it wants signed.
    struct Place
    {
        QByteArray uri;
        SigningWaiter waiter;
    };

    void add(const QByteArray &uri, SigningWaiter waiter);
    /// Whoever waits for `context` goes.
    void remove(const QObject *context);
    void clear() { m_places.clear(); }
    /// Whether nobody waits whose context still lives.
    bool isEmpty();

    /// The first whose context still lives goes out of line; nothing if there is none.
    std::optional<Place> takeFirst();
    /// All go out of line and are told the error.
    void fail(const atlas::ApiError &error);
    /// All are told, and stay.
    void tell(const std::optional<Waiting> &waiting) const;

private:
    void dropTheDead();

    std::list<Place> m_places;
};

} // namespace net
