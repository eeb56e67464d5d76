// SPDX-License-Identifier: Apache-2.0
#include "headless/outputstream.h"

#include "startup/answer.h"

#include <QTimer>

namespace headless {

namespace {

/// Some thousand rows.
constexpr qint64 LongestQueue = 2 * 1024 * 1024;

} // namespace

OutputStream::OutputStream()
{
    using base::StandardOutput;
    // Later: whoever writes need not expect an answer while it does.
    connect(&m_stream, &StandardOutput::drained, this, &OutputStream::noteDrained,
            Qt::QueuedConnection);
    connect(&m_stream, &StandardOutput::closed, this, &Output::unread, Qt::QueuedConnection);
    connect(
        &m_stream, &StandardOutput::failed, this,
        [this](const QString &reason) { Q_EMIT failed(startup::outputProblem(reason)); },
        Qt::QueuedConnection);
}

bool OutputStream::isBehind() const
{
    return m_stream.waiting() > LongestQueue;
}

void OutputStream::finish()
{
    m_isEnding = true;
    // The stream has told of what it has taken already.
    if (m_stream.waiting() == 0)
        QTimer::singleShot(0, this, &OutputStream::noteDrained);
}

void OutputStream::noteDrained()
{
    // More may have been written since.
    if (m_stream.waiting() > 0)
        return;
    if (m_isEnding)
        Q_EMIT finished();
    else
        Q_EMIT caughtUp();
}

} // namespace headless
