// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/requests.h"
#include "net/calls/client.h"

namespace testsupport {

/// Asks clients for projects and keeps what comes of it.
struct ProjectCalls
{
    using Projects = atlas::Page<atlas::Project>;

    QObject context;
    QList<atlas::Result<Projects>> results;

    void ask(net::Client &client, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            client.send<Projects>(
                atlas::listProjects({}), &context,
                [this](const atlas::Result<Projects> &result) { results.append(result); });
        }
    }

    bool allSucceeded() const
    {
        return std::all_of(results.begin(), results.end(),
                           [](const auto &result) { return result.has_value(); });
    }
};

} // namespace testsupport
