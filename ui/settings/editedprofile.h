// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profiledraft.h"
#include "accounts/secrets/secret.h"
#include "ui/parts/formfield.h"

#include <QList>
#include <QString>

#include <set>

namespace ui {

/// The inputs of a profile that can have a problem.
enum class EditorField { Name, Identity, Secret, BaseUrl, DefaultProject, CaFile };

/// What is wrong with one of them.
struct EditorProblem
{
    EditorField field = EditorField::Name;
    FormField::Problem problem;
};

/// A profile in the settings dialog, and how far its user has come with it.
struct EditedProfile
{
    enum class Origin {
        New, ///< Added in the dialog.
        Saved, ///< In the settings file.
        Imported, ///< Taken from another program in the dialog.
        Environment, ///< Made of environment variables: to be looked at only.
    };

    /// What is typed for the kind of authentication that is not chosen.
    struct OtherCredential
    {
        QString identity;
        accounts::Secret secret;
    };

    Origin origin = Origin::New;
    accounts::ProfileDraft draft;
    /// The draft as the dialog found or made it.
    accounts::ProfileDraft original;
    accounts::Secret typedSecret;
    OtherCredential other;
    /// The store was asked, and has no secret.
    bool isSecretMissing = false;
    /// In the settings file since an OK that could not keep every secret.
    bool wasWritten = false;
    /// The inputs whose problems are shown: those that were edited or left.
    std::set<EditorField> visited;

    bool isReadOnly() const { return origin == Origin::Environment; }

    /// Added, and then left alone.
    bool isUntouched() const;

    /// Whether the settings file has it, and a store perhaps its secret.
    bool isKept() const { return origin == Origin::Saved || wasWritten; }

    /// Whether the store has a secret that fits the chosen kind of authentication, as far as we
    /// know.
    bool hasStoredSecret() const;

    /// Where the profile's calls go; Atlas while no address can be read from the draft.
    accounts::BaseUrl server() const;

    /// Whether it is the server that the saved secret was entered for, as far as we know.
    bool isSavedServer() const;

    /// Whether the saved secret can be used with what is typed.
    bool canUseStoredSecret() const { return hasStoredSecret() && isSavedServer(); }

    /// What the profile is called, whether or not it has a name.
    QString title() const;

    /// Everything that is wrong with it; `names` are all profiles, for their names, and `caFile` is
    /// what is wrong with its CA file.
    QList<EditorProblem> problems(const QList<accounts::Profile> &names,
                                  const std::optional<QString> &caFile) const;
};

} // namespace ui
