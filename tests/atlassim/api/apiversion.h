// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httprequest.h"

#include <QDate>

#include <optional>

namespace atlassim {

/// One version of a resource.
struct ResourceVersion
{
    QDate date;
    /// Not valid: it is current.
    QDate deprecatedOn{};
    QDate sunset{};
};

/// The newest of `versions` (oldest first) that is not newer than `Accept` asks.
/// Nothing if none is that old, or if `Accept` names no version.
std::optional<ResourceVersion> negotiate(const QByteArray &accept,
                                         const QList<ResourceVersion> &versions);

/// `Content-Type`, and `Deprecation` and `Sunset` where they apply.
HeaderList versionHeaders(const ResourceVersion &version);

} // namespace atlassim
