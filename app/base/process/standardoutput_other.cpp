// SPDX-License-Identifier: Apache-2.0
#include "base/process/standardoutput.h"

#include <cstdio>

namespace base {

struct StandardOutput::Stream
{
    bool isBroken = false;
    bool hasWritten = false;
};

StandardOutput::StandardOutput(QObject *parent)
    : QObject(parent), m_stream(std::make_unique<Stream>())
{ }

StandardOutput::~StandardOutput() = default;

qint64 StandardOutput::waiting() const
{
    return 0;
}

bool StandardOutput::hasWritten() const
{
    return m_stream->hasWritten;
}

/// Waits for whoever reads.
void StandardOutput::write(const QByteArray &bytes)
{
    if (m_stream->isBroken)
        return;
    const auto size = static_cast<size_t>(bytes.size());
    m_stream->isBroken =
        std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0;
    m_stream->hasWritten = m_stream->hasWritten || (size > 0 && !m_stream->isBroken);
    writeSome();
}

void StandardOutput::writeSome()
{
    if (m_stream->isBroken)
        Q_EMIT failed(qt_error_string());
    else
        Q_EMIT drained();
}

void StandardOutput::endAsUnread() { }

} // namespace base
