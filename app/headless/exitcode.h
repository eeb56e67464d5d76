// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "startup/verb.h"

#include <QList>
#include <QString>

namespace headless {

/// How a run ended, for the script that started it. Scripts rely on the numbers.
enum class ExitCode : quint8 {
    Done = 0,
    /// There is something to look at.
    Found = 1,
    BadArguments = 2,
    Incomplete = 3,
    SignInRefused = 4,
    Unreachable = 5,
};

/// A code as it is written for people, and what it means.
struct ExitCodeHelp
{
    QString code{};
    /// A sentence or two.
    QString meaning{};
};

/// All that a verb can end with, in their order, signals included; in the language of the moment.
QList<ExitCodeHelp> exitCodesOf(startup::Verb verb);

/// How a run ends of which nothing came, because of `error`.
ExitCode exitCodeOf(const atlas::ApiError &error);

/// How a run ends that has brought a result. `isFound`: there is something to look at; `isWorst`:
/// and that is critical, so that what is missing cannot make it less.
ExitCode exitCodeOf(bool isComplete, bool isFound, bool isWorst = false);

} // namespace headless
