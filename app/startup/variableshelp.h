// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace startup {

/// Variables that belong together, and what they say; in the language of the moment.
struct KnownVariables
{
    QStringList names{};
    QString meaning{};
};

/// All that the program reads from its environment.
QList<KnownVariables> knownVariables();

/// The part of `--help` that tells of them.
QString variablesHelp();

} // namespace startup
