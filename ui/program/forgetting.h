// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/forgetrow.h"

#include <QString>

class Session;

namespace ui {

/// How the settings have readings forgotten that are kept in `folder`: those of `session`, which
/// may be nullptr, or of all accounts. Nothing where none are ever kept.
ForgetReadings forgettingOf(Session *session, const QString &folder);

} // namespace ui
