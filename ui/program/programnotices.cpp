// SPDX-License-Identifier: Apache-2.0
#include "ui/program/programnotices.h"

#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct ProgramNoticesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProgramNotices)
};

WindowNotice otherCertificates(const QString &profile, const QStringList &files)
{
    return {true, ProgramNoticesText::tr("CA certificates have changed."),
            ProgramNoticesText::tr("When the profile “%1” was last used, %2 contained other "
                                   "certificates. If neither you nor your administrator has "
                                   "changed them, another server could receive your sign-ins.")
                .arg(profile, files.join(u", "_s))};
}

} // namespace

ProgramNotices::ProgramNotices(SettingsState state, QStringList notes)
    : m_state(std::move(state)), m_notes(std::move(notes))
{ }

void ProgramNotices::tellProblems(MainWindow &window) const
{
    const auto makeNotice = [state = m_state, notes = m_notes] {
        return settingsNotice(state, notes);
    };
    const QString told = makeNotice().text;
    if (told.isEmpty())
        return;
    // Also when the settings have been saved anew.
    window.showNotice([makeNotice, told] {
        const WindowNotice notice = makeNotice();
        return notice.text.isEmpty() ? settingsNotice(told) : notice;
    });
}

void ProgramNotices::tellOtherCertificates(MainWindow &window, const accounts::Profile &profile,
                                           const QStringList &files)
{
    if (files.isEmpty())
        return;
    QStringList paths;
    std::transform(files.begin(), files.end(), std::back_inserter(paths),
                   &QDir::toNativeSeparators);
    // What is told already is not put out of sight.
    const auto before = window.notice();
    window.showNotice([before, paths, name = profile.name] {
        const WindowNotice certificates = otherCertificates(name, paths);
        return before ? joined(certificates, before()) : certificates;
    });
}

} // namespace ui
