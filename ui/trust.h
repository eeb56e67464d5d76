// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profile.h"

#include <QList>
#include <QSslCertificate>
#include <QStringList>

#include <tl/expected.hpp>

namespace accounts {
class SettingsFile;
}

namespace ui {

/// Whom a profile's secret may be sent to, besides those that the system trusts.
struct Trust
{
    QList<QSslCertificate> authorities;
    /// The CA files that hold other certificates than when the secret was last used with them.
    QStringList changedFiles;
};

/// Reads the CA files of the profile and of the command line (empty if there is none), and notes in
/// `settings` what they hold; not of a profile of the environment, which is another each time. The
/// error is one line for people.
tl::expected<Trust, QString> readTrust(const accounts::Profile &profile,
                                       const QString &commandLineFile,
                                       accounts::SettingsFile &settings);

} // namespace ui
