// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QCommandLineOption;

namespace startup {

// Parts of every `--help`: lines that fit a terminal, in the language of the moment.

/// How a program or a command is written.
QString usageHelp(const QString &command);
/// How an option is written, and what it does.
QString optionHelp(const QCommandLineOption &option);
/// As an option, what has no name of its own on the command line.
QString argumentHelp(const QString &name, const QString &description);

} // namespace startup
