// SPDX-License-Identifier: Apache-2.0
#include "unixprocess.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace atlassim {

#ifdef Q_OS_UNIX

namespace {

/// The pipe from the signal handler to the event loop. A handler is given nothing but the signal's
/// number, so this has to be static. See "Calling Qt Functions From Unix Signal Handlers".
std::array<int, 2> &signalPipe()
{
    static std::array<int, 2> ends{-1, -1};
    return ends;
}

extern "C" void tellEventLoop(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe()[1], &byte, 1);
}

void handleSignal(int signal)
{
    struct sigaction action = {};
    action.sa_handler = tellEventLoop;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

} // namespace

void quitOnTerminationSignals(QCoreApplication &application)
{
    if (::pipe(signalPipe().data()) != 0)
        return;
    fcntl(signalPipe()[1], F_SETFL, O_NONBLOCK);
    auto *notifier = new QSocketNotifier(signalPipe()[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    handleSignal(SIGTERM);
    handleSignal(SIGINT);
}

void quitWhenStdinCloses(QCoreApplication &application)
{
    auto *notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, [] {
        std::array<char, 256> ignored{};
        if (::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
            QCoreApplication::quit();
    });
}

#else

void quitOnTerminationSignals(QCoreApplication &) { }
void quitWhenStdinCloses(QCoreApplication &) { }

#endif

} // namespace atlassim
