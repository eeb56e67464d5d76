// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profiledraft.h"
#include "accounts/secrets/secret.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace accounts {

/// A profile of another program that could become one of ours.
struct ImportCandidate
{
    enum class SecretPlace {
        InFile, ///< Read, and in `secret`.
        InKeyring, ///< In the other program's keyring entries: the user has to enter it.
        Missing,
    };

    /// What the other program calls it.
    QString sourceName;
    /// The profile to be; the identity may be empty, if it is where the secret is.
    ProfileDraft draft;
    /// Empty unless SecretPlace::InFile.
    Secret secret;
    SecretPlace secretPlace = SecretPlace::Missing;
    /// What to know before importing it: translated sentences.
    QStringList notes;
    /// Why it cannot be imported: a translated sentence. `draft` then has a name and no more.
    std::optional<QString> problem;
};

} // namespace accounts
