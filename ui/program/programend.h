// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/process/endsignals.h"

namespace ui {

class Program;

/// Every way that a program ends but the window's cross, brought to the same end: signals, the
/// session manager, and the system's own Quit (Cmd+Q). What was chosen is saved, and the account
/// signed out.
class ProgramEnd final : public QObject
{
    Q_OBJECT

public:
    /// Needs the application, and must outlive `program`. Before watch(), it does nothing.
    ProgramEnd();
    /// After the program: ends the process at once if a server still holds something up, or if a
    /// signal came.
    ~ProgramEnd() override;

    /// Has `program` end when the system asks for it, and the application when it has ended.
    void watch(Program &program);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    base::EndSignals m_signals;
    Program *m_program = nullptr;
};

} // namespace ui
