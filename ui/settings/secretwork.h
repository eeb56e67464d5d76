// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/profileid.h"
#include "accounts/secrets/secret.h"
#include "accounts/secrets/secreterror.h"
#include "accounts/secrets/secretstorage.h"

#include <QList>
#include <QString>

namespace ui {

/// A profile, and what to call it when something goes wrong with its secret.
struct NamedProfile
{
    accounts::ProfileId id;
    QString name;
};

/// What is to be kept for a profile, as accounts::boundTo() makes it.
struct NamedSecret
{
    NamedProfile profile;
    accounts::Secret secret;
};

/// What is to happen with the secrets of all profiles.
struct SecretWork
{
    /// To be kept in place of what is kept now.
    QList<NamedSecret> typed;
    /// Keep the secret they have, wherever that is.
    QList<NamedProfile> unchanged;
    /// Their secret is no longer wanted.
    QList<NamedProfile> dropped;
};

/// What could not be done, and why.
struct SecretFailure
{
    enum class Step {
        Read, ///< A secret could not be read from where it is, so nothing was moved.
        Write, ///< A secret could not be kept.
        Remove, ///< A secret could not be removed from where it was.
        Settings, ///< The settings file could not be written.
    };

    Step step = Step::Write;
    /// Empty for Step::Settings.
    QString profileName;
    accounts::SecretError error;
};

} // namespace ui
