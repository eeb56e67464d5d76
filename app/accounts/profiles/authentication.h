// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace accounts {

/// How Atlas is told who we are.
enum class Authentication {
    ServiceAccount, ///< OAuth 2.0 client credentials: a client ID and a client secret.
    ApiKey, ///< HTTP Digest: a public and a private key.
};

/// The word the settings file uses.
QString toStoredText(Authentication authentication);
/// Reads toStoredText()'s words; anything else is nothing.
std::optional<Authentication> authenticationFromStoredText(const QString &text);

} // namespace accounts
