// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/profile.h"
#include "ui/window/settingsnotice.h"

namespace ui {

class MainWindow;

/// What the program tells in the band along its window, beside any request: of its settings, its
/// environment, and whom it trusts. What is told stays until it is closed.
class ProgramNotices
{
public:
    /// `notes` are of the environment: translated sentences.
    ProgramNotices(SettingsState state, QStringList notes);

    /// Which settings could not be used, and what else there is to know at the start.
    void tellProblems(MainWindow &window) const;
    /// That `files` hold other certificates than when the profile was last used; nothing if there
    /// are none.
    static void tellOtherCertificates(MainWindow &window, const accounts::Profile &profile,
                                      const QStringList &files);

private:
    SettingsState m_state;
    QStringList m_notes;
};

} // namespace ui
