// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/clisettings.h"

#include <QString>
#include <QStringList>

class QProcessEnvironment;

namespace accounts {

/// The variables of one family, by what they say.
struct EnvironmentVariables
{
    /// From the variables of the prefix that counts.
    CliSettings settings;
    /// The variable that makes the older prefix count; empty if none does.
    QString olderPrefixBy;
    /// Variables of the newer prefix that do not count, because the older prefix does.
    QStringList ignored;
    /// The variable that names a profile of the Atlas CLI, by the prefix that counts; empty if it
    /// is not set.
    QString profile;
};

/// Reads `MONGODB_ATLAS_…` or, if any variable begins with `MCLI`, `MCLI_…` in its place, as the
/// Atlas CLI does. `MONGODB_ATLAS_PUBLIC_KEY` and `MONGODB_ATLAS_PRIVATE_KEY`, the Terraform
/// provider's names, come after those of the Atlas CLI. Variables that are empty do not count.
EnvironmentVariables readEnvironmentVariables(const QProcessEnvironment &environment);

/// The names of all variables that hold a part of a credential, under either prefix.
QStringList credentialVariables();

} // namespace accounts
