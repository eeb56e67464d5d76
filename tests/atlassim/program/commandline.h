// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/listshift.h"
#include "tests/atlassim/program/options.h"
#include "tests/atlassim/world/world.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace atlassim {

/// What the program was asked to do.
struct CommandLine
{
    quint16 port{0};
    Options options;
    World world;
    std::optional<ListShift> shift;
    QString portFile;
    QString certificateFile;
    QString keyFile;
    bool untilStdinCloses{false};
    bool helpWanted{false};

    /// The error is one line for people.
    static tl::expected<CommandLine, QString> parse(const QStringList &arguments);
    static QString help();
};

} // namespace atlassim
