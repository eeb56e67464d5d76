// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/credential.h"
#include "accounts/profile.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>

class QProcessEnvironment;

namespace accounts {

/// An account that lives for one run only.
struct EnvironmentAccount
{
    Profile profile;
    Credential credential;
};

/// "Environment", in every language: a profile is also named on the command line.
QString environmentProfileName();

/// What `MONGODB_ATLAS_CLIENT_ID` and `MONGODB_ATLAS_CLIENT_SECRET`, or else
/// `MONGODB_ATLAS_PUBLIC_API_KEY` and `MONGODB_ATLAS_PRIVATE_API_KEY`, say, together with
/// `MONGODB_ATLAS_BASE_URL` and `MONGODB_ATLAS_PROJECT_ID`: the variables of the Atlas CLI.
/// Nothing if no credential is set; empty variables count as not set. The error is one translated
/// sentence that names the variable. The profile has the same ID in every run.
tl::expected<std::optional<EnvironmentAccount>, QString> environmentAccount(
    const QProcessEnvironment &environment);

} // namespace accounts
