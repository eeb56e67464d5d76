// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/commandoptions.h"

#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <QStringList>

/// What completions and the manual page say of options, from the same source as --help.
namespace packaging {

/// The options of the window, as if it were a verb.
QList<headless::Option> windowOptions();

/// Those that the program of the commands takes in place of a verb.
QList<headless::Option> optionsWithoutVerb();

/// `--format`.
QString longName(const QCommandLineOption &option);
/// The words that an option takes; empty if it takes others, or none.
QStringList choicesOf(const headless::Option &option);
/// Whether it takes the name of a file.
bool takesFile(const QCommandLineOption &option);
/// Whether it may be given more than once.
bool isRepeated(const QCommandLineOption &option);

} // namespace packaging
