// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace share {

/// One word of a POSIX shell that stands for `text` and nothing else; in quotes if it needs them.
/// A NUL character, which no word can hold, is left out.
QString shellQuoted(const QString &text);

/// One command, over as many lines as it has parts. The parts are quoted already.
QString shellCommand(const QStringList &parts);

} // namespace share
