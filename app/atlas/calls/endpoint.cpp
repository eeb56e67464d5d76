// SPDX-License-Identifier: Apache-2.0
#include "atlas/calls/endpoint.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

constexpr auto Root = "/api/atlas/v2"_L1;

constexpr bool areInOrder()
{
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        if (static_cast<std::size_t>(endpoints[i].endpoint) != i)
            return false;
    }
    return true;
}
static_assert(areInOrder());

/// The path with the names in its places, each of which stands between slashes.
QString filledIn(QLatin1StringView path, const QStringList &names)
{
    QString filled = Root;
    auto name = names.begin();
    for (const auto part : path.mid(1).tokenize(u'/')) {
        Q_ASSERT(!part.startsWith(u'{') || name != names.end());
        filled += u'/' + (part.startsWith(u'{') ? *name++ : QString(part));
    }
    Q_ASSERT(name == names.end());
    return filled;
}

RequestTarget makeTarget(Endpoint endpoint, const std::optional<ProjectId> &project,
                         const QStringList &names, const QUrlQuery &query)
{
    const EndpointRow &row = endpoints.at(static_cast<std::size_t>(endpoint));
    return {filledIn(row.path, names),
            query,
            row.set,
            row.set == EndpointSet::Projects ? std::nullopt : project,
            row.role,
            ApiVersion(),
            ApiVersion::fromString(QString(row.firstVersion))};
}

} // namespace

RequestTarget targetOf(Endpoint endpoint, const QUrlQuery &query)
{
    return makeTarget(endpoint, std::nullopt, {}, query);
}

RequestTarget targetOf(Endpoint endpoint, ProjectId project, const QStringList &names,
                       const QUrlQuery &query)
{
    return makeTarget(endpoint, project, QStringList{project.toHex()} + names, query);
}

} // namespace atlas
