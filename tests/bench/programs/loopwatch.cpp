// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/programs/loopwatch.h"

#include <csignal>
#include <ctime>
#include <dlfcn.h>
#include <poll.h>

namespace {

double now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Of one thread.
class Stretches
{
public:
    void start()
    {
        m_longest = {};
        m_isWatching = true;
        begin();
    }

    void begin()
    {
        if (!m_isWatching)
            return;
        m_wall = now(CLOCK_MONOTONIC);
        m_processor = now(CLOCK_THREAD_CPUTIME_ID);
    }

    void end()
    {
        if (!m_isWatching)
            return;
        const double wall = now(CLOCK_MONOTONIC) - m_wall;
        if (wall > m_longest.wallMs)
            m_longest = {wall, now(CLOCK_THREAD_CPUTIME_ID) - m_processor};
    }

    const loopwatch::Away &longest() const { return m_longest; }

private:
    bool m_isWatching = false;
    double m_wall = 0;
    double m_processor = 0;
    loopwatch::Away m_longest;
};

/// poll() cannot be told whose it is.
thread_local Stretches stretches;

template<class Function>
Function systems(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" int poll(pollfd *files, nfds_t count, int timeout)
{
    static const auto wait = systems<int (*)(pollfd *, nfds_t, int)>("poll");
    stretches.end();
    const int result = wait(files, count, timeout);
    stretches.begin();
    return result;
}

extern "C" int ppoll(pollfd *files, nfds_t count, const timespec *timeout, const sigset_t *mask)
{
    static const auto wait =
        systems<int (*)(pollfd *, nfds_t, const timespec *, const sigset_t *)>("ppoll");
    stretches.end();
    const int result = wait(files, count, timeout, mask);
    stretches.begin();
    return result;
}

namespace loopwatch {

void start()
{
    stretches.start();
}

Away longest()
{
    stretches.end();
    return stretches.longest();
}

} // namespace loopwatch
