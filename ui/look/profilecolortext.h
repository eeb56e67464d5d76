// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profilecolor.h"

#include <QString>

#include <optional>

namespace ui {

/// What the user calls the colour.
QString profileColorName(accounts::ProfileColor color);
/// What the colour of a profile says, for those who do not see it: production, where that is why
/// the profile has it, else what the colour is called; nothing, if there is none.
QString profileColorText(std::optional<accounts::ProfileColor> chosen, const QString &profileName);

} // namespace ui
