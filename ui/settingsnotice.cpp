// SPDX-License-Identifier: Apache-2.0
#include "ui/settingsnotice.h"

#include "accounts/preferences.h"
#include "accounts/profilestore.h"
#include "accounts/settingsfile.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct SettingsNoticeText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Program)
};

} // namespace

WindowNotice settingsNotice(const accounts::SettingsFile &file,
                            const accounts::Preferences &preferences,
                            const accounts::ProfileStore &profiles)
{
    QStringList problems = preferences.problems();
    if (const auto problem = file.problem())
        problems.prepend(*problem);
    for (const accounts::BadProfile &bad : profiles.badProfiles())
        problems.append(SettingsNoticeText::tr("Profile %1: %2").arg(bad.name, bad.reason));
    return {true, SettingsNoticeText::tr("Some settings could not be used."), problems.join(u' ')};
}

} // namespace ui
