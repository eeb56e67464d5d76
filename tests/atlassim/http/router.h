// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"

#include <optional>

namespace atlassim {

/// Finds the endpoint of a path.
class Router
{
public:
    struct Match
    {
        const Endpoint &endpoint;
        PathParameters parameters;
    };

    explicit Router(QList<Endpoint> endpoints);

    /// `path` is below the API root. The match must not outlive the router.
    std::optional<Match> match(const QString &path) const;

private:
    QList<Endpoint> m_endpoints;
};

} // namespace atlassim
