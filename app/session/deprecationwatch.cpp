// SPDX-License-Identifier: Apache-2.0
#include "session/deprecationwatch.h"

#include "atlas/errors/httpstatus.h"
#include "atlas/values/objectid.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// The path without what it is asked about: `/api/atlas/v2/groups//clusters//backup/schedule`.
QString kindOf(const net::Exchange &exchange)
{
    QStringList parts = exchange.url.path().split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isName = i > 0 && parts[i - 1] == "clusters"_L1;
        if (isName || atlas::ProjectId::fromHex(parts[i]))
            parts[i].clear();
    }
    return parts.join(u'/');
}

bool isSooner(const net::Deprecation &left, const net::Deprecation &right)
{
    return left.sunset && (!right.sunset || *left.sunset < *right.sunset);
}

} // namespace

void DeprecationWatch::note(const net::Exchange &exchange)
{
    if (exchange.deprecation.isAnnounced())
        m_announced[kindOf(exchange)] = exchange.deprecation;
    else if (!m_announced.isEmpty() && exchange.status > 0
             && exchange.status < atlas::httpstatus::BadRequest)
        m_announced.remove(kindOf(exchange));
}

net::Deprecation DeprecationWatch::deprecation() const
{
    net::Deprecation soonest;
    for (const net::Deprecation &announced : m_announced) {
        if (!soonest.isAnnounced() || isSooner(announced, soonest))
            soonest = announced;
    }
    return soonest;
}
