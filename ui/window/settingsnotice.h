// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/windownotice.h"

#include <QStringList>

namespace accounts {
class Preferences;
class ProfileStore;
class SettingsFile;
} // namespace accounts

namespace ui {

/// What the settings are read from and written to.
struct SettingsState
{
    const accounts::SettingsFile &file;
    const accounts::Preferences &preferences;
    const accounts::ProfileStore &profiles;
    QString path;
};

/// Which settings could not be used, and why, or who else may change them; and `notes`, which are
/// of the environment. Without a text if there is nothing to be told.
WindowNotice settingsNotice(const SettingsState &state, const QStringList &notes);

/// Both, `one` in front. Of what is no warning, the text alone.
WindowNotice joined(const WindowNotice &one, const WindowNotice &other);

/// As settingsNotice(), of what it told before: for when the settings have been saved anew since.
WindowNotice settingsNotice(const QString &told);

} // namespace ui
