// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace base {

/// Standard output, written without a wait for whoever reads it: what is not taken yet is kept, and
/// goes on from the event loop. One at a time; of the thread that made it.
///
/// While it lives, a reader that goes away does not end the program.
class StandardOutput final : public QObject
{
    Q_OBJECT

public:
    explicit StandardOutput(QObject *parent = nullptr);
    ~StandardOutput() override;

    void write(const QByteArray &bytes);
    /// How many bytes are not taken yet.
    qint64 waiting() const;
    /// Whether any bytes have been taken.
    bool hasWritten() const;

    /// Ends the process as the system would have done when the reader went away, so that whoever
    /// waits for it sees why. May return where there is no such way to end.
    static void endAsUnread();

Q_SIGNALS:
    /// All has been taken.
    void drained();
    /// Nobody reads any more: nothing more is written.
    void closed();
    /// It cannot be written: the system's reason. Nothing more is.
    void failed(const QString &reason);

private:
    struct Stream;

    void writeSome();

    std::unique_ptr<Stream> m_stream;
};

} // namespace base
