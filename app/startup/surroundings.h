// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/environmentprofile.h"
#include "net/proxy/systemproxies.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace startup {

/// What the program finds in its environment when it starts.
struct Surroundings
{
    std::optional<accounts::EnvironmentAccount> account{};
    net::ProxyVariables proxies{};
    /// As accounts::EnvironmentReading::addressProblem.
    QString addressProblem{};
    /// What the window should say of it: translated sentences.
    QStringList notes{};
};

/// Reads the environment. The error is one line for standard error: then nothing may be sent.
/// Wrong credentials keep no other profile from being opened: they are only noted if one is
/// `named`, as --profile does.
tl::expected<Surroundings, QString> readSurroundings(const QProcessEnvironment &environment,
                                                     const std::optional<QString> &named);

} // namespace startup
