// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/authentication.h"
#include "accounts/secrets/secret.h"

#include <QString>

namespace accounts {

/// Everything that signs a call in.
struct Credential
{
    Authentication authentication = Authentication::ServiceAccount;
    /// The client ID, or the public key.
    QString identity;
    /// The client secret, or the private key.
    Secret secret;

    friend bool operator==(const Credential &, const Credential &) = default;
};

} // namespace accounts
