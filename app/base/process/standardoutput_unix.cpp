// SPDX-License-Identifier: Apache-2.0
#include "base/process/standardoutput.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <utility>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

bool isRegularFile(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// So much goes into a pipe that poll() calls writable, without a wait (pipe(7)).
constexpr qsizetype OnePortion = PIPE_BUF;

bool takesOnePortion()
{
    struct pollfd place = {STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&place, 1, 0) > 0;
}

void setPipeSignal(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGPIPE, &action, nullptr);
}

} // namespace

struct StandardOutput::Stream
{
    QByteArray bytes;
    qsizetype written = 0;
    bool isFile = isRegularFile(STDOUT_FILENO);
    bool isBroken = false;
    bool hasWritten = false;
    QSocketNotifier *notifier = nullptr;
};

StandardOutput::StandardOutput(QObject *parent)
    : QObject(parent), m_stream(std::make_unique<Stream>())
{
    setPipeSignal(SIG_IGN);
    if (m_stream->isFile)
        return;
    m_stream->notifier = new QSocketNotifier(STDOUT_FILENO, QSocketNotifier::Write, this);
    m_stream->notifier->setEnabled(false);
    connect(m_stream->notifier, &QSocketNotifier::activated, this, &StandardOutput::writeSome);
}

StandardOutput::~StandardOutput() = default;

qint64 StandardOutput::waiting() const
{
    return m_stream->bytes.size() - m_stream->written;
}

bool StandardOutput::hasWritten() const
{
    return m_stream->hasWritten;
}

void StandardOutput::write(const QByteArray &bytes)
{
    if (m_stream->isBroken)
        return;
    // Who takes it as fast as it comes leaves some waiting all the time.
    m_stream->bytes.remove(0, std::exchange(m_stream->written, 0));
    m_stream->bytes += bytes;
    if (m_stream->isFile)
        writeSome();
    else
        m_stream->notifier->setEnabled(true);
}

void StandardOutput::writeSome()
{
    while (waiting() > 0 && (m_stream->isFile || takesOnePortion())) {
        const qsizetype portion =
            m_stream->isFile ? waiting() : std::min<qsizetype>(waiting(), OnePortion);
        const auto taken = ::write(STDOUT_FILENO, m_stream->bytes.constData() + m_stream->written,
                                   static_cast<size_t>(portion));
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0 && errno == EAGAIN)
            return;
        if (taken < 0) {
            const bool isUnread = errno == EPIPE;
            const QString reason = qt_error_string();
            m_stream->bytes.clear();
            m_stream->written = 0;
            m_stream->isBroken = true;
            if (m_stream->notifier)
                m_stream->notifier->setEnabled(false);
            if (isUnread)
                Q_EMIT closed();
            else
                Q_EMIT failed(reason);
            return;
        }
        m_stream->written += taken;
        m_stream->hasWritten = true;
    }
    if (waiting() > 0)
        return;
    m_stream->bytes.clear();
    m_stream->written = 0;
    if (m_stream->notifier)
        m_stream->notifier->setEnabled(false);
    Q_EMIT drained();
}

void StandardOutput::endAsUnread()
{
    setPipeSignal(SIG_DFL);
    ::raise(SIGPIPE);
}

} // namespace base
