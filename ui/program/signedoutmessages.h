// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/importcandidate.h"
#include "accounts/profiles/profile.h"
#include "accounts/secrets/secreterror.h"
#include "atlas/errors/wording.h"
#include "ui/parts/emptystate.h"

namespace ui {

/// There is no account yet; `found` are those of another program that could become one.
EmptyState::Message noProfileMessage(const QList<accounts::ImportCandidate> &found);

/// The keychain is being asked.
EmptyState::Message signingInMessage();

/// A CA file is being read.
EmptyState::Message awaitingCaFileMessage();

/// The secret of `profile` could not be read, or not be used.
EmptyState::Message secretMessage(const accounts::Profile &profile,
                                  const accounts::SecretError &error);

/// The desktop's session was about to end, but goes on.
EmptyState::Message endPreparedMessage();

/// The authorities that are to be trusted could not be read.
EmptyState::Message badCaFileMessage(const atlas::Wording &reason);

} // namespace ui
