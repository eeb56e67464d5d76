// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/baseurl.h"
#include "accounts/profiles/profile.h"
#include "accounts/secrets/secret.h"
#include "accounts/secrets/secretstore.h"

namespace accounts {

/// What a store is to keep for a profile: the secret, and the address it was entered for. Settings
/// can be edited by anybody who may write the file; an address that was changed there does not get
/// the secret of another.
Secret boundTo(const BaseUrl &baseUrl, const Secret &secret);

/// What was kept, taken apart. Any thread.
struct KeptSecret
{
    Secret secret;
    /// The address it was entered for; nothing if whoever kept it did not say.
    std::optional<BaseUrl> baseUrl;
};

/// The error is of kind Other: what was kept is damaged.
tl::expected<KeptSecret, SecretError> takenApart(const Secret &kept);

/// Reads the profile's secret for its own base URL: `handler` gets it as SecretStore::read() gives
/// it, or an error of kind OtherServer or ServerUnknown. Nothing is sent in either case.
void readSecretFor(const Profile &profile, SecretStore &store, QObject *context,
                   SecretStore::ReadHandler handler);

/// As readSecretFor(), but of a secret that was kept without an address: `handler` gets it once it
/// is kept for the profile's base URL. For when the user has said so.
void confirmServerOf(const Profile &profile, SecretStore &store, QObject *context,
                     SecretStore::ReadHandler handler);

} // namespace accounts
