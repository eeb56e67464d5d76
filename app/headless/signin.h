// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/environmentprofile.h"
#include "accounts/secrets/secretkeeper.h"
#include "accounts/settings/settingsfile.h"
#include "headless/account.h"

#include <QObject>
#include <QString>

#include <functional>

#include <tl/expected.hpp>

namespace headless {

/// Finds out who signs in: the secret of a profile, and whom it may be sent to. Sends nothing.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    /// The error is one translated line: there is no secret, or it may not be used.
    using Found = std::function<void(const tl::expected<SignedIn, QString> &)>;

    /// `settings` must outlive this.
    explicit SignIn(accounts::SettingsFile &settings);

    /// Calls `found`, later or at once; never, if this is gone by then. `environment` is used if
    /// the profile is its; `caFile` counts beside the profile's own.
    void start(const accounts::Profile &profile,
               const std::optional<accounts::EnvironmentAccount> &environment,
               const QString &caFile, const Found &found);

    /// Once changed CA files have been told: keeps in the settings file what they hold, as a window
    /// does, for the next run to compare with. Goes on without a word where that cannot be.
    void keepSeenCertificates();

private:
    void findTrust(const accounts::Profile &profile, const accounts::Secret &secret);

    accounts::SettingsFile &m_settings;
    accounts::SecretKeeper m_secrets;
    QString m_caFile;
    Found m_found;
};

} // namespace headless
