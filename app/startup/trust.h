// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "atlas/errors/wording.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace accounts {
class SettingsFile;
}

namespace startup {

/// Whom a profile's secret may be sent to, besides those that the system trusts.
struct Trust
{
    QList<QSslCertificate> authorities;
    /// The CA files that hold other certificates than when the secret was last used with them.
    QStringList changedFiles;
};

/// The error is one line for people: a CA file cannot be used.
using FoundTrust = tl::expected<Trust, atlas::Wording>;

/// Reads the CA files of the profile and of the command line (empty if there is none) beside this
/// thread, and notes in `settings` what they hold; not of a profile of the environment, which is
/// another each time. `found` is called in this thread, unless `context` is gone by then; at once
/// if there is no file to read. `settings` outlives `context`.
void readTrust(const accounts::Profile &profile, const QString &commandLineFile,
               accounts::SettingsFile &settings, QObject *context,
               const std::function<void(const FoundTrust &)> &found);

} // namespace startup
