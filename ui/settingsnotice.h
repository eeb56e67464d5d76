// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/windownotice.h"

namespace accounts {
class Preferences;
class ProfileStore;
class SettingsFile;
} // namespace accounts

namespace ui {

/// Which settings could not be used, and why; without a text if all could be.
WindowNotice settingsNotice(const accounts::SettingsFile &file,
                            const accounts::Preferences &preferences,
                            const accounts::ProfileStore &profiles);

} // namespace ui
