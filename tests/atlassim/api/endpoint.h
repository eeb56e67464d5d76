// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/apiversion.h"
#include "tests/atlassim/api/atlaserror.h"
#include "tests/atlassim/api/uncounted.h"
#include "tests/atlassim/http/caller.h"
#include "tests/atlassim/http/rateset.h"
#include "tests/atlassim/world/world.h"

#include <QHash>

#include <functional>
#include <optional>
#include <tl/expected.hpp>
#include <variant>

namespace atlassim {

using PathParameters = QHash<QString, QString>;

/// What a handler is given.
struct Call
{
    const World &world;
    const Caller &caller;
    const PathParameters &parameters;
    /// The version that answers.
    QDate version;
    const HttpRequest &request;
};

/// The whole of a list; only what is on the page asked for is made into JSON.
struct Listing
{
    qsizetype size{0};
    std::function<QJsonObject(qsizetype)> item;
    /// Of all that `item` is made from. Given where pages are large: they are made into JSON once,
    /// and again when an item has changed.
    std::function<size_t(qsizetype)> fingerprint{};
    /// How its pages are answered when no count was asked for, whatever the options say.
    std::optional<Uncounted> uncounted{};
};

using Content = std::variant<QJsonObject, Listing>;
using Result = tl::expected<Content, AtlasError>;

/// Whom a token bucket belongs to.
enum class RateScope { Unlimited, PerUser, PerProject };

/// One GET call of the API: where it is, which versions it has, what limits it, who answers.
struct Endpoint
{
    /// Below the API root, such as `/groups/{groupId}`.
    QString pattern;
    /// Oldest first.
    QList<ResourceVersion> versions;
    RateScope rateScope{RateScope::Unlimited};
    RateSet rateSet;
    std::function<Result(const Call &)> handler;
};

} // namespace atlassim
