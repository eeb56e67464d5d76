// SPDX-License-Identifier: Apache-2.0
#include "ui/program/programend.h"

#include "ui/program/program.h"

#include <QApplication>
#include <QEvent>
#include <QThreadPool>

#include <chrono>
#include <cstdlib>

using namespace std::chrono_literals;

namespace ui {

namespace {

/// How long connections may take to close. A server that feeds one without an end can hold its
/// thread, which Qt would wait for.
constexpr auto PatienceWithConnections = 200ms;

} // namespace

ProgramEnd::ProgramEnd() = default;

ProgramEnd::~ProgramEnd()
{
    const auto patience = static_cast<int>(PatienceWithConnections.count());
    const bool allClosed = QThreadPool::globalInstance()->waitForDone(patience);
    m_signals.endBySignal();
    if (!allClosed)
        std::_Exit(EXIT_SUCCESS); // Nothing is left to be saved.
}

void ProgramEnd::watch(Program &program)
{
    m_program = &program;
    qApp->installEventFilter(this);
    connect(&m_signals, &base::EndSignals::endAsked, &program, &Program::end);
    // The session manager asks all programs, and any of them may keep it from ending: Quit follows
    // if none does, but perhaps with a second to live.
    connect(qApp, &QGuiApplication::commitDataRequest, &program, &Program::prepareForEnd,
            Qt::DirectConnection);
    // quit() would be another event like the one that is caught here.
    connect(&program, &Program::ended, qApp, [] { QCoreApplication::exit(EXIT_SUCCESS); });
    connect(&program, &QObject::destroyed, this, [this] { m_program = nullptr; });
}

bool ProgramEnd::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Quit || watched != qApp || !m_program)
        return QObject::eventFilter(watched, event);
    m_program->end();
    return true;
}

} // namespace ui
