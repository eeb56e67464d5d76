// SPDX-License-Identifier: Apache-2.0
#include "ui/signedoutmessages.h"

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
                "Add a profile with a service account or an API key of MongoDB Atlas. A read-only "
                "one is enough."),
            SignedOutText::tr("Add a profile")};
}

EmptyState::Message signingInMessage()
{
    return {LineIcon::Key,
            SignedOutText::tr("Signing in…"),
            SignedOutText::tr("Waiting for the keychain."),
            {}};
}

EmptyState::Message secretMessage(const QString &profile, const QString &reason, bool isMissing)
{
    return {LineIcon::Key, SignedOutText::tr("The secret of %1 could not be read").arg(profile),
            reason,
            isMissing ? SignedOutText::tr("Enter the secret") : SignedOutText::tr("Try again")};
}

EmptyState::Message badCaFileMessage(const QString &reason)
{
    return {LineIcon::Failure, SignedOutText::tr("A CA file cannot be used"), reason,
            SignedOutText::tr("Settings")};
}

} // namespace ui
