// SPDX-License-Identifier: Apache-2.0
#include "ui/program/signedoutmessages.h"

#include "base/texts/showntext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct SignedOutText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Program)
};

constexpr qsizetype LongestName = 30;

/// Where it would sign in, and as whom.
QString accountOf(const accounts::ProfileDraft &draft)
{
    const auto url = accounts::BaseUrl::parse(draft.baseUrl);
    QStringList parts{url ? url->host() : draft.baseUrl, draft.identity};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

EmptyState::Message withKind(EmptyState::Kind kind, EmptyState::Message message)
{
    message.kind = kind;
    return message;
}

/// All but its kind.
EmptyState::Message secretTexts(const accounts::Profile &profile,
                                const accounts::SecretError &error)
{
    using Kind = accounts::SecretError::Kind;
    const QString unreadable =
        SignedOutText::tr("The secret of %1 could not be read").arg(profile.name);
    switch (error.kind) {
    case Kind::NotFound:
        return {LineIcon::Key, unreadable, error.message, SignedOutText::tr("Enter the secret")};
    case Kind::OtherServer:
        return {LineIcon::Key,
                SignedOutText::tr("The secret of %1 is for another server").arg(profile.name),
                error.message, SignedOutText::tr("Enter the secret")};
    case Kind::ServerUnknown:
        return {LineIcon::Key,
                SignedOutText::tr("Which server is the secret of %1 for?").arg(profile.name),
                error.message, SignedOutText::tr("Use it for %1").arg(profile.baseUrl.toString())};
    default:
        return {LineIcon::Key, unreadable, error.message, SignedOutText::tr("Retry")};
    }
}

} // namespace

EmptyState::Message noProfileMessage(const QList<accounts::ImportCandidate> &found)
{
    EmptyState::Message message{
        LineIcon::Key,
        SignedOutText::tr("No profile yet"),
        SignedOutText::tr("Bucketscope signs in to MongoDB Atlas with a service account or an API "
                          "key. Read-only access is sufficient."),
        SignedOutText::tr("Add a profile"),
        {{insight::NextStep::ReadAboutAccounts}, {}}};
    message.points = {
        SignedOutText::tr("In Atlas, create a service account with Project Read Only in each "
                          "project."),
        SignedOutText::tr("Add the IP address of this computer to its API access list."),
        SignedOutText::tr("Add a profile with its client ID and its client secret."),
    };
    for (const accounts::ImportCandidate &candidate : found)
        message.choices.append({SignedOutText::tr("Import “%1” from the Atlas CLI")
                                    .arg(base::shownText(candidate.sourceName, LongestName)),
                                accountOf(candidate.draft)});
    return message;
}

EmptyState::Message signingInMessage()
{
    return {LineIcon::Key,
            SignedOutText::tr("Signing in…"),
            SignedOutText::tr("Waiting for the keychain."),
            {}};
}

EmptyState::Message awaitingCaFileMessage()
{
    return {LineIcon::Key,
            SignedOutText::tr("Signing in…"),
            SignedOutText::tr("Waiting for the CA file."),
            {}};
}

EmptyState::Message secretMessage(const accounts::Profile &profile,
                                  const accounts::SecretError &error)
{
    // Which server it is for is asked; nothing has gone wrong yet.
    const bool isQuestion = error.kind == accounts::SecretError::Kind::ServerUnknown;
    return withKind(isQuestion ? EmptyState::Kind::Warning : EmptyState::Kind::Error,
                    secretTexts(profile, error));
}

EmptyState::Message endPreparedMessage()
{
    return withKind(
        EmptyState::Kind::News,
        {LineIcon::Key, SignedOutText::tr("Signed out"),
         SignedOutText::tr("Your computer is about to sign you out, so Bucketscope saved its "
                           "settings and signed out of Atlas."),
         SignedOutText::tr("Sign in again")});
}

EmptyState::Message badCaFileMessage(const atlas::Wording &reason)
{
    return withKind(EmptyState::Kind::Error,
                    {LineIcon::Failure, SignedOutText::tr("A CA file cannot be used"),
                     reason.toString(), SignedOutText::tr("Settings")});
}

} // namespace ui
