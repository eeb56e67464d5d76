// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "headless/exitcode.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace headless {

/// What has come of a run.
struct Ending
{
    ExitCode code = ExitCode::Done;
    /// Why nothing came of it: lines for standard error; empty if something did.
    QStringList problem{};
    /// What else is to be said there: lines.
    QStringList notes{};
};

/// One reading of an account, and what it comes to. Once.
class Run : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// The time is up: what is here is the result.
    virtual void stop() = 0;
    /// How far it is, in a line.
    virtual QString progressText() const = 0;

Q_SIGNALS:
    /// All is written to the output but its end.
    void ended(const headless::Ending &ending);
};

} // namespace headless
