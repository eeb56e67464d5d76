// SPDX-License-Identifier: Apache-2.0
#include "headless/signin.h"

#include "accounts/profiles/boundsecret.h"
#include "accounts/settings/preferences.h"
#include "base/files/fileprivacy.h"
#include "startup/trust.h"

namespace headless {

SignIn::SignIn(accounts::SettingsFile &settings)
    : m_settings(settings),
      m_secrets(accounts::Preferences(settings).values().secretStorage, settings.path())
{ }

void SignIn::start(const accounts::Profile &profile,
                   const std::optional<accounts::EnvironmentAccount> &environment,
                   const QString &caFile, const Found &found)
{
    m_caFile = caFile;
    m_found = found;
    if (profile.fromEnvironment) {
        findTrust(profile, environment ? environment->credential.secret : accounts::Secret());
        return;
    }
    accounts::readSecretFor(profile, m_secrets.store(), this, [this, profile](const auto &secret) {
        if (secret)
            findTrust(profile, *secret);
        else
            m_found(tl::unexpected(secret.error().message));
    });
}

void SignIn::findTrust(const accounts::Profile &profile, const accounts::Secret &secret)
{
    startup::readTrust(profile, m_caFile, m_settings, this,
                       [this, profile, secret](const startup::FoundTrust &trust) {
                           if (!trust)
                               m_found(tl::unexpected(trust.error().toString()));
                           else
                               m_found(SignedIn{profile,
                                                {profile.authentication, profile.identity, secret},
                                                trust->authorities,
                                                trust->changedFiles});
                       });
}

/// Nobody has asked for settings to be written: a file that is damaged, or that another owns, stays
/// as it is; so does one that cannot be written now.
void SignIn::keepSeenCertificates()
{
    if (!m_settings.problem() && base::isOwnFile(m_settings.path()))
        static_cast<void>(m_settings.save());
}

} // namespace headless
