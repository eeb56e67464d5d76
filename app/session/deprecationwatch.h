// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/wire/exchange.h"

#include <QMap>

/// What Atlas says of the API version in use: whether it is going away. Each kind of call says so
/// for itself, and the latest answer of a kind counts.
class DeprecationWatch
{
public:
    /// Takes what an answer says.
    void note(const net::Exchange &exchange);
    /// Another version is in use.
    void forget() { m_announced.clear(); }

    /// The one that comes soonest; none, if none is announced.
    net::Deprecation deprecation() const;

private:
    /// By the kind of call.
    QMap<QString, net::Deprecation> m_announced;
};
