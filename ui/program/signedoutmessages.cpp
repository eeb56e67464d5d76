// SPDX-License-Identifier: Apache-2.0
#include "ui/program/signedoutmessages.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct SignedOutText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Program)
};

} // namespace

EmptyState::Message noProfileMessage()
{
    return {LineIcon::Key, SignedOutText::tr("No profile yet"),
            SignedOutText::tr(
                "Add a profile with a MongoDB Atlas service account or API key. Read-only "
                "access is sufficient."),
            SignedOutText::tr("Add a profile")};
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

EmptyState::Message endPreparedMessage()
{
    return {LineIcon::Key, SignedOutText::tr("Signed out"),
            SignedOutText::tr("Your computer is about to sign you out, so Bucketscope saved its "
                              "settings and signed out of Atlas."),
            SignedOutText::tr("Sign in again")};
}

EmptyState::Message badCaFileMessage(const atlas::Wording &reason)
{
    return {LineIcon::Failure, SignedOutText::tr("A CA file cannot be used"), reason.toString(),
            SignedOutText::tr("Settings")};
}

} // namespace ui
