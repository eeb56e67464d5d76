// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/profiles/profile.h"
#include "accounts/profiles/profilestore.h"

#include <QList>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace startup {

/// The profiles there are to open, and why there may be more.
struct KnownProfiles
{
    QList<accounts::Profile> profiles{};
    /// Opened unless another is named.
    std::optional<accounts::Profile> first{};
    QList<accounts::BadProfile> bad{};
    /// What is wrong with the settings file as a whole: a translated text.
    std::optional<QString> fileProblem{};
};

/// The profile to begin with: the one that is `named`, as --profile does, else the first. The error
/// is one translated line for standard error: no profile has that name, or more than one, or what
/// keeps it from being known.
tl::expected<std::optional<accounts::Profile>, QString> profileToOpen(
    const std::optional<QString> &named, const KnownProfiles &known);

/// Why the program cannot begin with that profile: a saved secret goes to the profile's own address
/// alone, whatever --base-url says. One translated line for standard error; nothing if it can.
std::optional<QString> addressProblem(const std::optional<accounts::BaseUrl> &baseUrl,
                                      const std::optional<accounts::Profile> &profile);

} // namespace startup
