// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/seencertificates.h"

#include "accounts/settings/settingsfile.h"

using namespace Qt::Literals::StringLiterals;

namespace accounts {

namespace {

QString keyOf(const ProfileId &profile, SeenCertificates::Source source)
{
    const auto group = source == SeenCertificates::Source::Profile
        ? "SeenCertificates/"_L1
        : "SeenCommandLineCertificates/"_L1;
    return group + profile.toString();
}

} // namespace

bool SeenCertificates::note(const ProfileId &profile, Source source, const QString &digest)
{
    const QString key = keyOf(profile, source);
    const auto before = m_settings.text(key);
    if (before == digest)
        return false;
    m_settings.setText(key, digest);
    return before.has_value();
}

void SeenCertificates::forget(const ProfileId &profile)
{
    m_settings.remove(keyOf(profile, Source::Profile));
    m_settings.remove(keyOf(profile, Source::CommandLine));
}

} // namespace accounts
