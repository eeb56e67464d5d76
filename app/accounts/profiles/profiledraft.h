// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/fieldproblem.h"
#include "accounts/profiles/profile.h"

#include <QList>
#include <QString>

#include <optional>

namespace accounts {

/// A profile while it is being edited: every text as typed, right or wrong.
struct ProfileDraft
{
    ProfileId id = ProfileId::create();
    QString name;
    Authentication authentication = Authentication::ServiceAccount;
    QString identity;
    QString baseUrl = BaseUrl::atlas().toString();
    QString defaultProject;
    QString caFile;
    /// Nothing if the colour follows the name.
    std::optional<ProfileColor> chosenColor;
    /// The Atlas CLI's profile that it was imported from; nobody edits it.
    QString atlasCliProfile{};

    /// What an editor shows for a saved profile.
    static ProfileDraft of(const Profile &profile);

    /// What is wrong with the texts, by field, errors and warnings. What is in the CA file is for
    /// CertificateFiles to tell.
    /// `others` may hold this draft's own profile: a name is compared with those of other IDs.
    QList<FieldProblem> problems(const QList<Profile> &others) const;

    /// The profile that the texts make; nothing if one of them cannot be read. Others' names and
    /// what is in the CA file do not matter here: see problems().
    std::optional<Profile> toProfile() const;

    friend bool operator==(const ProfileDraft &, const ProfileDraft &) = default;
};

/// Whether one of them keeps the profile from being saved.
bool hasError(const QList<FieldProblem> &problems);

} // namespace accounts
