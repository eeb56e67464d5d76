// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/emptystate.h"

namespace ui {

/// There is no account yet.
EmptyState::Message noProfileMessage();

/// The keychain is being asked.
EmptyState::Message signingInMessage();

/// The secret of an account could not be read; `isMissing`: there is none.
EmptyState::Message secretMessage(const QString &profile, const QString &reason, bool isMissing);

/// The authorities that are to be trusted could not be read.
EmptyState::Message badCaFileMessage(const QString &reason);

} // namespace ui
