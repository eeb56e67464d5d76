// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace ui {

/// What the window does on a key, wherever the keyboard is in it.
enum class Command {
    Refresh,
    Stop,
    PreviousPage,
    NextPage,
    FirstPage,
    LastPage,
    FilterBuckets,
    GoToProjects,
    FindAnything,
    NextPane,
    PreviousPane,
    ShowProjects,
    ShowDetails,
    ShowStatus,
    Copy,
    CopyAsJson,
    Export,
    OpenSettings,
    ShowKeys,
    OpenHelp,
};

/// A command, what it is called in the language that is spoken now, and its keys, if it has any.
struct CommandInfo
{
    Command command = Command::Refresh;
    QString title;
    QList<QKeySequence> keys;
};

/// All of them: the window listens to these keys, and what lists commands reads them here.
QList<CommandInfo> allCommands();

/// For people, in the way of the platform: `F5, Ctrl+R`.
QString keysText(const QList<QKeySequence> &keys);

} // namespace ui
