// SPDX-License-Identifier: Apache-2.0
#include "ui/window/commands.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

struct Commands
{
    Q_DECLARE_TR_FUNCTIONS(ui::Commands)
};

} // namespace

QList<CommandInfo> allCommands()
{
    return {
        {Command::Refresh, Commands::tr("Refresh"), {Qt::Key_F5, Qt::CTRL | Qt::Key_R}},
        {Command::Stop, Commands::tr("Stop loading"), {Qt::Key_Escape}},
        {Command::PreviousPage,
         Commands::tr("Previous page, or back to the finding"),
         {Qt::ALT | Qt::Key_Left}},
        {Command::NextPage, Commands::tr("Next page"), {Qt::ALT | Qt::Key_Right}},
        {Command::FirstPage, Commands::tr("First page"), {Qt::ALT | Qt::Key_Home}},
        {Command::LastPage, Commands::tr("Last page"), {Qt::ALT | Qt::Key_End}},
        {Command::FilterBuckets, Commands::tr("Filter buckets"), {Qt::CTRL | Qt::Key_F}},
        {Command::GoToProjects, Commands::tr("Go to the projects"), {Qt::CTRL | Qt::Key_L}},
        {Command::FindAnything, Commands::tr("Find anything"), {Qt::CTRL | Qt::Key_K}},
        {Command::NextPane, Commands::tr("Next pane"), {Qt::Key_F6}},
        {Command::PreviousPane, Commands::tr("Previous pane"), {Qt::SHIFT | Qt::Key_F6}},
        {Command::ShowProjects, Commands::tr("Show or hide projects"), {Qt::CTRL | Qt::Key_1}},
        {Command::ShowDetails, Commands::tr("Show or hide details"), {Qt::CTRL | Qt::Key_2}},
        {Command::ShowStatus, Commands::tr("Show or hide status"), {Qt::CTRL | Qt::Key_3}},
        {Command::Copy, Commands::tr("Copy the selected buckets as text"), {Qt::CTRL | Qt::Key_C}},
        {Command::CopyAsJson,
         Commands::tr("Copy the selected buckets as JSON"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Command::Export,
         Commands::tr("Export the buckets shown to a file"),
         {Qt::CTRL | Qt::Key_E}},
        {Command::OpenSettings, Commands::tr("Settings"), {Qt::CTRL | Qt::Key_Comma}},
        {Command::ShowKeys, Commands::tr("Keyboard shortcuts"), {Qt::Key_F1}},
        {Command::OpenHelp, Commands::tr("Help"), {}},
    };
}

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

} // namespace ui
