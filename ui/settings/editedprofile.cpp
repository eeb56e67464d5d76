// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/editedprofile.h"

#include "accounts/profiles/environmentprofile.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

using accounts::Authentication;
using accounts::BaseUrl;
using accounts::FieldProblem;
using accounts::ProfileField;

struct EditedProfileText
{
    Q_DECLARE_TR_FUNCTIONS(EditedProfile)
};

EditorField editorFieldOf(ProfileField field)
{
    switch (field) {
    case ProfileField::Name:
        return EditorField::Name;
    case ProfileField::Identity:
        return EditorField::Identity;
    case ProfileField::BaseUrl:
        return EditorField::BaseUrl;
    case ProfileField::DefaultProject:
        return EditorField::DefaultProject;
    case ProfileField::CaFile:
        return EditorField::CaFile;
    }
    Q_UNREACHABLE();
}

QString missingSecret(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount
        ? EditedProfileText::tr("Without a client secret, this profile cannot sign in.")
        : EditedProfileText::tr("Without a private key, this profile cannot sign in.");
}

QString secretOfAnother(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount
        ? EditedProfileText::tr(
            "The saved client secret belongs to a different client ID. Enter the secret for "
            "this ID.")
        : EditedProfileText::tr(
            "The saved private key belongs to a different public key. Enter the private key "
            "for this key.");
}

QString secretOfAnotherServer(const EditedProfile &profile)
{
    const QString saved = BaseUrl::parse(profile.original.baseUrl).value_or(BaseUrl()).toString();
    const QString typed = profile.server().toString();
    return profile.draft.authentication == Authentication::ServiceAccount
        ? EditedProfileText::tr("The saved client secret was entered for %1 and is not sent to "
                                "%2. Enter the client secret again.")
              .arg(saved, typed)
        : EditedProfileText::tr("The saved private key was entered for %1 and is not sent to "
                                "%2. Enter the private key again.")
              .arg(saved, typed);
}

QString publicInPlaceOfSecret(Authentication authentication)
{
    return authentication == Authentication::ServiceAccount
        ? EditedProfileText::tr("This looks like a client ID. Enter the client secret here.")
        : EditedProfileText::tr("This looks like a client ID. Enter the private key here.");
}

bool holdsWhiteSpace(const accounts::Secret &secret)
{
    const QByteArrayView bytes = secret.bytes();
    return std::any_of(bytes.begin(), bytes.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

/// What looks odd about the secret; empty if nothing does.
QString oddityOfSecret(const EditedProfile &profile)
{
    const Authentication authentication = profile.draft.authentication;
    if (profile.typedSecret.isEmpty()) {
        if (!profile.hasStoredSecret())
            return missingSecret(authentication);
        if (!profile.isSavedServer())
            return secretOfAnotherServer(profile);
        const bool isSameIdentity =
            profile.draft.identity.trimmed() == profile.original.identity.trimmed();
        return isSameIdentity ? QString() : secretOfAnother(authentication);
    }
    if (profile.typedSecret.bytes().startsWith("mdb_sa_id_"))
        return publicInPlaceOfSecret(authentication);
    if (holdsWhiteSpace(profile.typedSecret))
        return EditedProfileText::tr("The secret contains spaces. Make sure that you pasted "
                                     "only the secret.");
    return {};
}

} // namespace

bool EditedProfile::isUntouched() const
{
    return origin == Origin::New && draft == original && typedSecret.isEmpty();
}

bool EditedProfile::hasStoredSecret() const
{
    return origin == Origin::Saved && !isSecretMissing
        && draft.authentication == original.authentication;
}

BaseUrl EditedProfile::server() const
{
    return BaseUrl::parse(draft.baseUrl).value_or(BaseUrl());
}

bool EditedProfile::isSavedServer() const
{
    const auto typed = BaseUrl::parse(draft.baseUrl);
    return !typed || typed == BaseUrl::parse(original.baseUrl);
}

QString EditedProfile::title() const
{
    if (origin == Origin::Environment)
        return accounts::shownEnvironmentProfileName();
    const QString name = draft.name.simplified();
    return name.isEmpty() ? EditedProfileText::tr("New profile") : name;
}

QList<EditorProblem> EditedProfile::problems(const QList<accounts::Profile> &names,
                                             const std::optional<QString> &caFile) const
{
    QList<EditorProblem> found;
    if (isReadOnly() || isUntouched())
        return found;
    for (const FieldProblem &problem : draft.problems(names))
        found.append({editorFieldOf(problem.field), {problem.severity, problem.message}});
    if (caFile)
        found.append({EditorField::CaFile, {FieldProblem::Severity::Error, *caFile}});
    const QString oddity = oddityOfSecret(*this);
    if (!oddity.isEmpty())
        found.append({EditorField::Secret, {FieldProblem::Severity::Warning, oddity}});
    return found;
}

} // namespace ui
