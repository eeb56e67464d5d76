// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "accounts/secrets/secret.h"

#include <QByteArray>

/// What a program that saves again and again has in its files after each round, so that another
/// one can say what must be there. Rounds count from 1; each changes one of a few profiles.
namespace writtenround {

inline constexpr int ProfileCount = 5;

/// Which profile the round changes: 0 to ProfileCount - 1.
int changedProfile(int round);
/// The latest round up to `round` that changed the profile; 0 or less if none did.
int latestChange(int profile, int round);

accounts::ProfileId idOf(int profile);
/// The profile as `round` saves it.
accounts::Profile profileOf(int profile, int round);
/// The profile's secret as `round` saves it.
accounts::Secret secretOf(int profile, int round);
/// What `round` saves beside the profiles: some KiB that tell the round.
QByteArray windowState(int round);

} // namespace writtenround
