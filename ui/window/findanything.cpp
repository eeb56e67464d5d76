// SPDX-License-Identifier: Apache-2.0
#include "ui/window/findanything.h"

#include "session/session.h"
#include "ui/accessibility/dialogend.h"
#include "ui/finder/finddialog.h"
#include "ui/parts/formfield.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype MostRecent = 8;

using insight::Place;

/// All but the one that has brought us here.
QList<Place> commandPlaces()
{
    const QList<CommandInfo> commands = allCommands();
    QList<Place> places;
    for (const CommandInfo &info : commands) {
        if (info.command == Command::FindAnything)
            continue;
        Place place{Place::Kind::Command, info.title, keysText(info.keys)};
        place.number = static_cast<int>(info.command);
        places.append(place);
    }
    return places;
}

QList<Place> settingPlaces()
{
    QList<Place> places;
    accounts::forEachSetting([&places](const auto &setting) {
        Place place{Place::Kind::Setting, withoutMnemonic(accounts::settingText(setting.label))};
        place.number = static_cast<int>(setting.page);
        places.append(place);
    });
    return places;
}

insight::Finder finderOf(Session *session, const QList<Place> &recent)
{
    const QList<Place> others = commandPlaces() + settingPlaces();
    if (!session)
        return {others, recent};
    return {{session->projects(), session->inventory().allProjects(), session->buckets(),
             session->exportCheck()},
            others,
            recent};
}

} // namespace

FindAnything::FindAnything(QWidget &window) : QObject(&window), m_window(window) { }

void FindAnything::open(Session *session)
{
    auto *dialog = new FindDialog(finderOf(session, m_recent), &m_window);
    deleteAfterClose(dialog);
    connect(dialog, &FindDialog::chosen, this, &FindAnything::goTo);
    dialog->open();
}

void FindAnything::goTo(const Place &place)
{
    remember(place);
    switch (place.kind) {
    case Place::Kind::Project:
    case Place::Kind::Bucket:
    case Place::Kind::Cluster:
        Q_EMIT projectChosen(*place.project, place.bucket);
        return;
    case Place::Kind::Command:
        Q_EMIT commandChosen(static_cast<Command>(place.number));
        return;
    case Place::Kind::Setting:
        Q_EMIT settingChosen(static_cast<accounts::SettingsPage>(place.number));
        return;
    }
}

void FindAnything::remember(const Place &place)
{
    m_recent.removeIf([&place](const Place &one) { return one.isSame(place); });
    m_recent.prepend(place);
    m_recent.resize(std::min(MostRecent, m_recent.size()));
}

} // namespace ui
