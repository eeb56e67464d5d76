// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/authentication.h"
#include "accounts/profiles/baseurl.h"
#include "accounts/profiles/profilecolor.h"
#include "accounts/secrets/profileid.h"
#include "atlas/values/objectid.h"

#include <QString>

#include <optional>

namespace accounts {

/// An account of Atlas as the settings keep it: all but the secret.
struct Profile
{
    ProfileId id;
    QString name;
    Authentication authentication = Authentication::ServiceAccount;
    /// The client ID, or the public key.
    QString identity;
    BaseUrl baseUrl;
    /// The project to open first.
    std::optional<atlas::ProjectId> defaultProject;
    /// PEM file of further trusted CAs; empty if there is none.
    QString caFile;
    /// Nothing if the colour follows the name.
    std::optional<ProfileColor> chosenColor;
    /// The name of the Atlas CLI's profile that this one was imported from; empty if it was not.
    QString atlasCliProfile{};
    /// Made of environment variables: for this run, never saved.
    bool fromEnvironment = false;

    /// The colour to show.
    ProfileColor color() const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Whether two names are one to people: white space around them and case do not count,
/// nor in which Unicode form their letters are written.
bool isSameProfileName(const QString &left, const QString &right);

/// Whether both sign in as the same, at the same address, and trust the same: names, colours and
/// default projects do not count.
bool isSameAccount(const Profile &left, const Profile &right);

} // namespace accounts
