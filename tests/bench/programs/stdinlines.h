// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSocketNotifier>

#include <functional>
#include <unistd.h>

/// Calls `handler` with each line that comes on standard input.
class StdinLines : public QObject
{
public:
    using Handler = std::function<void(const QByteArray &line)>;

    explicit StdinLines(Handler handler)
        : m_handler(std::move(handler)), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &StdinLines::read);
    }

private:
    void read()
    {
        QByteArray chunk(4096, Qt::Uninitialized);
        const auto count = ::read(STDIN_FILENO, chunk.data(), size_t(chunk.size()));
        if (count <= 0) {
            m_notifier.setEnabled(false);
            return;
        }
        m_unread += chunk.first(count);
        for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
            const QByteArray line = m_unread.first(end);
            m_unread.remove(0, end + 1);
            m_handler(line);
        }
    }

    Handler m_handler;
    QSocketNotifier m_notifier;
    QByteArray m_unread;
};
