// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace atlassim {

/// Endpoints that share their token buckets, and how large those are as Atlas documents it.
struct RateSet
{
    QString name{};
    int capacity{0};
    /// So many tokens come back in Options::rateInterval.
    int refill{0};
};

/// The sets of the endpoints that are served.
namespace ratesets {

inline RateSet groups()
{
    return {QStringLiteral("groups"), 1200, 500};
}

inline RateSet clusters()
{
    return {QStringLiteral("clusters"), 10000, 5000};
}

inline RateSet cloudProviderAccess()
{
    return {QStringLiteral("cloudProviderAccess"), 2000, 1000};
}

inline RateSet cloudBackups()
{
    return {QStringLiteral("cloudBackups"), 1200, 500};
}

inline RateSet alertConfigurations()
{
    return {QStringLiteral("alertConfigurations"), 1200, 500};
}

inline RateSet events()
{
    return {QStringLiteral("events"), 300, 100};
}

} // namespace ratesets

} // namespace atlassim
