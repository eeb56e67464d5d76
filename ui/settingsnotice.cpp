// SPDX-License-Identifier: Apache-2.0
#include "ui/settingsnotice.h"

#include "accounts/fileprivacy.h"
#include "accounts/preferences.h"
#include "accounts/profilestore.h"
#include "accounts/settingsfile.h"

#include <QCoreApplication>
#include <QDir>

namespace ui {

namespace {

struct SettingsNoticeText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Program)
};

QStringList problemsOf(const SettingsState &state)
{
    QStringList problems = state.preferences.problems();
    if (const auto problem = state.file.problem())
        problems.prepend(*problem);
    for (const accounts::BadProfile &bad : state.profiles.badProfiles())
        problems.append(SettingsNoticeText::tr("Profile %1: %2").arg(bad.name, bad.reason));
    return problems;
}

} // namespace

WindowNotice settingsNotice(const SettingsState &state, const QStringList &notes)
{
    const QStringList problems = problemsOf(state);
    if (!problems.isEmpty())
        return {true, SettingsNoticeText::tr("Some settings could not be used."),
                (problems + notes).join(u' ')};
    if (accounts::othersMayChange(state.path)) {
        const QString advice =
            SettingsNoticeText::tr("Another user could redirect your sign-ins to another "
                                   "server. Make %1 and its folder writable only by your user "
                                   "account.")
                .arg(QDir::toNativeSeparators(state.path));
        return {true,
                SettingsNoticeText::tr("Other users of this computer can change your settings."),
                (QStringList(advice) + notes).join(u' ')};
    }
    return {false, SettingsNoticeText::tr("Environment variables"), notes.join(u' ')};
}

WindowNotice settingsNotice(const QString &told)
{
    return {true, SettingsNoticeText::tr("Some settings could not be used."), told};
}

} // namespace ui
