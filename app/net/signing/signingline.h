// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/signing/authenticator.h"

#include <functional>
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
        Signable request;
        SigningWaiter waiter;
    };

    void add(const Signable &request, SigningWaiter waiter);
    /// Whoever waits for `context` goes.
    void remove(const QObject *context);
    void clear() { m_places.clear(); }
    /// Whether nobody waits whose context still lives.
    bool isEmpty();

    using Condition = std::function<bool(const Signable &)>;

    /// The first whose context still lives, and whose request meets `condition`, goes out of line;
    /// nothing if there is none.
    std::optional<Place> takeFirst(const Condition &condition = everyOne);
    /// All whose requests meet `condition` go out of line and are told the error.
    void fail(const atlas::ApiError &error, const Condition &condition = everyOne);
    /// All are told, and stay.
    void tell(const std::optional<Waiting> &waiting) const;

private:
    static bool everyOne(const Signable &) { return true; }
    void dropTheDead();

    std::list<Place> m_places;
};

} // namespace net
