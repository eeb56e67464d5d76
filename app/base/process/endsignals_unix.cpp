// SPDX-License-Identifier: Apache-2.0
#include "base/process/endsignals.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace base {

namespace {

constexpr std::array EndingSignals{SIGTERM, SIGINT, SIGHUP};

/// All that a signal's handler can reach. -1 while nobody listens.
volatile std::sig_atomic_t writeEnd = -1;

/// Does no more than signal-safety(7) allows.
extern "C" void noteEndSignal(int signal)
{
    const int before = errno;
    const auto byte = static_cast<unsigned char>(signal);
    // If the pipe is full, it holds a signal already.
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    errno = before;
}

bool isEndingSignal(int number)
{
    return std::find(EndingSignals.begin(), EndingSignals.end(), number) != EndingSignals.end();
}

bool isIgnored(int signal)
{
    struct sigaction current = {};
    return ::sigaction(signal, nullptr, &current) == 0 && current.sa_handler == SIG_IGN;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

struct EndSignals::Pipe
{
    Pipe()
    {
        isOpen = ::pipe(ends.data()) == 0;
        for (const int end : ends) {
            if (isOpen) {
                ::fcntl(end, F_SETFD, FD_CLOEXEC);
                ::fcntl(end, F_SETFL, O_NONBLOCK);
            }
        }
    }
    ~Pipe()
    {
        for (const int end : ends) {
            if (isOpen)
                ::close(end);
        }
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    std::array<int, 2> ends{-1, -1};
    bool isOpen = false;
};

EndSignals::EndSignals() : m_pipe(std::make_unique<Pipe>())
{
    if (!m_pipe->isOpen)
        return;
    auto *notifier = new QSocketNotifier(m_pipe->ends[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        unsigned char byte = 0;
        if (::read(m_pipe->ends[0], &byte, 1) != 1 || !isEndingSignal(byte))
            return;
        m_received = byte;
        Q_EMIT endAsked();
    });
    writeEnd = m_pipe->ends[1];
    for (const int signal : EndingSignals) {
        if (!isIgnored(signal))
            handle(signal, noteEndSignal);
    }
}

EndSignals::~EndSignals()
{
    for (const int signal : EndingSignals) {
        if (m_pipe->isOpen && !isIgnored(signal))
            handle(signal, SIG_DFL);
    }
    writeEnd = -1;
}

void EndSignals::endBySignal() const
{
    if (m_received == 0)
        return;
    handle(m_received, SIG_DFL);
    ::raise(m_received);
}

} // namespace base
