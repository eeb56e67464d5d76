// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/profiledraft.h"

#include "accounts/profiles/environmentprofile.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

using Severity = FieldProblem::Severity;

struct ProfileDraftText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileDraft)
};

bool isUuid(const QString &text)
{
    static const QRegularExpression uuid(
        u"\\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\z"_s);
    return uuid.match(text).hasMatch();
}

bool isUsualClientId(const QString &text)
{
    static const QRegularExpression clientId(u"\\Amdb_sa_id_[0-9a-f]{24}\\z"_s);
    return clientId.match(text).hasMatch();
}

bool holdsWhiteSpace(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

std::optional<FieldProblem> problemWithName(const ProfileDraft &draft, const QList<Profile> &others)
{
    if (draft.name.simplified().isEmpty())
        return FieldProblem{ProfileField::Name, Severity::Error,
                            ProfileDraftText::tr("Enter a profile name.")};
    if (isSameProfileName(draft.name, environmentProfileName()))
        return FieldProblem{ProfileField::Name, Severity::Error,
                            ProfileDraftText::tr("“%1” is reserved for the profile from "
                                                 "environment variables. Choose another name.")
                                .arg(environmentProfileName())};
    const bool taken = std::any_of(others.begin(), others.end(), [&draft](const Profile &other) {
        return other.id != draft.id && isSameProfileName(other.name, draft.name);
    });
    if (taken)
        return FieldProblem{ProfileField::Name, Severity::Error,
                            ProfileDraftText::tr("Another profile has this name. Choose "
                                                 "another name.")};
    return std::nullopt;
}

/// The identity is saved in the settings file: a secret pasted here would be written to it.
bool looksLikeSecret(const QString &identity)
{
    return identity.startsWith("mdb_sa_sk_"_L1) || isUuid(identity);
}

std::optional<FieldProblem> identityError(const QString &message)
{
    return FieldProblem{ProfileField::Identity, Severity::Error, message};
}

std::optional<FieldProblem> identityWarning(const QString &message)
{
    return FieldProblem{ProfileField::Identity, Severity::Warning, message};
}

std::optional<FieldProblem> problemWithClientId(const QString &clientId)
{
    if (clientId.isEmpty())
        return identityError(ProfileDraftText::tr("Enter the client ID."));
    if (looksLikeSecret(clientId))
        return identityError(
            ProfileDraftText::tr("This looks like a secret. Enter the client ID here."));
    if (holdsWhiteSpace(clientId))
        return identityError(ProfileDraftText::tr("A client ID cannot contain spaces."));
    if (!isUsualClientId(clientId))
        return identityWarning(
            ProfileDraftText::tr("Client IDs usually start with mdb_sa_id_, followed by 24 "
                                 "hexadecimal digits."));
    return std::nullopt;
}

std::optional<FieldProblem> problemWithPublicKey(const QString &publicKey)
{
    if (publicKey.isEmpty())
        return identityError(ProfileDraftText::tr("Enter the public key."));
    if (looksLikeSecret(publicKey))
        return identityError(
            ProfileDraftText::tr("This looks like a private key. Enter the public key here."));
    if (holdsWhiteSpace(publicKey))
        return identityError(ProfileDraftText::tr("A public key cannot contain spaces."));
    if (publicKey.startsWith("mdb_sa_id_"_L1))
        return identityWarning(ProfileDraftText::tr(
            "This looks like a client ID. For Authentication, choose “Service account”."));
    return std::nullopt;
}

std::optional<FieldProblem> problemWithIdentity(const ProfileDraft &draft)
{
    const QString identity = draft.identity.trimmed();
    switch (draft.authentication) {
    case Authentication::ServiceAccount:
        return problemWithClientId(identity);
    case Authentication::ApiKey:
        return problemWithPublicKey(identity);
    }
    Q_UNREACHABLE();
}

std::optional<FieldProblem> problemWithBaseUrl(const ProfileDraft &draft)
{
    const auto url = BaseUrl::parse(draft.baseUrl);
    if (url)
        return std::nullopt;
    return FieldProblem{ProfileField::BaseUrl, Severity::Error, url.error()};
}

std::optional<FieldProblem> problemWithProject(const ProfileDraft &draft)
{
    const QString project = draft.defaultProject.trimmed();
    if (project.isEmpty() || atlas::ProjectId::fromHex(project))
        return std::nullopt;
    return FieldProblem{ProfileField::DefaultProject, Severity::Error,
                        ProfileDraftText::tr("A project ID is 24 hexadecimal digits (0–9, a–f).")};
}

} // namespace

ProfileDraft ProfileDraft::of(const Profile &profile)
{
    return {
        .id = profile.id,
        .name = profile.name,
        .authentication = profile.authentication,
        .identity = profile.identity,
        .baseUrl = profile.baseUrl.toString(),
        .defaultProject = profile.defaultProject ? profile.defaultProject->toHex() : QString(),
        .caFile = profile.caFile,
        .chosenColor = profile.chosenColor,
        .atlasCliProfile = profile.atlasCliProfile,
    };
}

QList<FieldProblem> ProfileDraft::problems(const QList<Profile> &others) const
{
    QList<FieldProblem> found;
    for (auto &problem : {problemWithName(*this, others), problemWithIdentity(*this),
                          problemWithBaseUrl(*this), problemWithProject(*this)}) {
        if (problem)
            found.append(*problem);
    }
    return found;
}

std::optional<Profile> ProfileDraft::toProfile() const
{
    const auto url = BaseUrl::parse(baseUrl);
    const bool sound = !name.simplified().isEmpty() && url && !problemWithProject(*this)
        && !(problemWithIdentity(*this) && problemWithIdentity(*this)->severity == Severity::Error);
    if (!sound)
        return std::nullopt;
    return Profile{
        .id = id,
        .name = name.simplified(),
        .authentication = authentication,
        .identity = identity.trimmed(),
        .baseUrl = *url,
        .defaultProject = atlas::ProjectId::fromHex(defaultProject.trimmed()),
        .caFile = caFile.trimmed(),
        .chosenColor = chosenColor,
        .atlasCliProfile = atlasCliProfile,
        .fromEnvironment = false,
    };
}

bool hasError(const QList<FieldProblem> &problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const FieldProblem &problem) {
        return problem.severity == Severity::Error;
    });
}

} // namespace accounts
