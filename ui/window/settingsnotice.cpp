// SPDX-License-Identifier: Apache-2.0
#include "ui/window/settingsnotice.h"

#include "accounts/profiles/profilestore.h"
#include "accounts/settings/preferences.h"
#include "accounts/settings/settingsfile.h"
#include "base/files/fileprivacy.h"

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

WindowNotice openToOthers(const QString &path)
{
    return {true, SettingsNoticeText::tr("Other users of this computer can change your settings."),
            SettingsNoticeText::tr("Another user could redirect your sign-ins to another "
                                   "server. Make %1 and its folder writable only by your user "
                                   "account.")
                .arg(QDir::toNativeSeparators(path))};
}

} // namespace

WindowNotice joined(const WindowNotice &one, const WindowNotice &other)
{
    if (other.text.isEmpty())
        return one;
    const QString more = other.isWarning ? QString(other.headline + u' ' + other.text) : other.text;
    return {one.isWarning || other.isWarning, one.headline, QString(one.text + u' ' + more)};
}

WindowNotice settingsNotice(const SettingsState &state, const QStringList &notes)
{
    const QStringList problems = problemsOf(state);
    const bool areOpen = base::othersMayChange(state.path);
    if (problems.isEmpty() && !areOpen)
        return {false, SettingsNoticeText::tr("Environment variables"), notes.join(u' ')};
    const WindowNotice unused = settingsNotice(problems.join(u' '));
    WindowNotice notice = areOpen ? openToOthers(state.path) : unused;
    if (areOpen && !problems.isEmpty())
        notice = joined(unused, notice);
    if (!notes.isEmpty())
        notice.text += u' ' + notes.join(u' ');
    return notice;
}

WindowNotice settingsNotice(const QString &told)
{
    return {true, SettingsNoticeText::tr("Some settings could not be used."), told};
}

} // namespace ui
