// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secrets/profileid.h"

#include <QString>

namespace accounts {

class SettingsFile;

/// Which certificates a profile's secret was last used with, by their digest: whoever can write a
/// CA file decides whom the secret is sent to. Changes go to the file with SettingsFile::save(). On
/// the settings file's thread.
class SeenCertificates
{
public:
    /// Who names the CA file.
    enum class Source { Profile, CommandLine };

    /// `settings` must outlive this object.
    explicit SeenCertificates(SettingsFile &settings) : m_settings(settings) { }

    /// Notes the digest, which is empty if there are no certificates. Whether it is another than
    /// before; the first one is not.
    bool note(const ProfileId &profile, Source source, const QString &digest);

    /// The next one is the first: the user has chosen another file, or removed the profile.
    void forget(const ProfileId &profile);

private:
    SettingsFile &m_settings;
};

} // namespace accounts
