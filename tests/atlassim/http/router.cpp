// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/router.h"

#include <QStringList>

#include <utility>

namespace atlassim {

namespace {

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

std::optional<PathParameters> capture(const QString &pattern, const QString &path)
{
    const QStringList expected = pattern.split(u'/');
    const QStringList given = path.split(u'/');
    if (expected.size() != given.size())
        return std::nullopt;
    PathParameters parameters;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (isPlaceholder(expected[i]) && !given[i].isEmpty())
            parameters.insert(expected[i].mid(1, expected[i].size() - 2), given[i]);
        else if (expected[i] != given[i])
            return std::nullopt;
    }
    return parameters;
}

} // namespace

Router::Router(QList<Endpoint> endpoints) : m_endpoints(std::move(endpoints)) { }

std::optional<Router::Match> Router::match(const QString &path) const
{
    for (const auto &endpoint : m_endpoints) {
        if (const auto parameters = capture(endpoint.pattern, path))
            return Match{endpoint, *parameters};
    }
    return std::nullopt;
}

} // namespace atlassim
