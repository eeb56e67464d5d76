// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "accounts/profiles/profile.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

class QProcessEnvironment;

namespace accounts {

/// An account that lives for one run only.
struct EnvironmentAccount
{
    Profile profile;
    Credential credential;
};

/// What the environment says about signing in.
struct EnvironmentReading
{
    /// Nothing if no credential is set.
    std::optional<EnvironmentAccount> account;
    /// What is wrong with the address where no credential would be sent there: a translated
    /// sentence, which is among the notes, too. Empty if nothing is.
    QString addressProblem;
    /// What became of variables that are set and not used: translated sentences, without values.
    QStringList notes;
};

/// "Environment", in every language: a profile is also named on the command line.
QString environmentProfileName();
/// As it stands in a list of profiles, in the language of the moment.
QString shownEnvironmentProfileName();

/// The account that the variables of the Atlas CLI make, as the Atlas CLI would take it: see
/// readEnvironmentVariables(), signInOf() and hostOf(). Empty variables count as not set.
/// The error is one translated sentence that names the variables and no value of a secret: half a
/// credential, or two different ones under two names; a host that cannot be told; a project that is
/// none. The profile has the same ID in every run.
tl::expected<EnvironmentReading, QString> readEnvironment(const QProcessEnvironment &environment);

} // namespace accounts
