// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <chrono>

namespace hostile {

/// What a RawServer does on a connection: bytes, in steps, and then an end.
struct Script
{
    enum class End {
        /// The connection stays open, and silent.
        KeepOpen,
        /// The server closes it when all bytes are sent.
        Close,
        /// The server resets it: the client gets RST, not FIN.
        Reset,
    };

    /// Bytes that are sent after a pause.
    struct Step
    {
        QByteArray bytes;
        std::chrono::milliseconds pause{0};
    };

    QList<Step> steps;
    End end = End::Close;
    /// Plays as soon as a client connects, not when it has asked.
    bool atOnce = false;
    /// Sends the last step again and again, as fast as the client takes it. Never ends.
    bool endless = false;

    /// All bytes in one step.
    static Script of(const QByteArray &bytes, End end = End::Close);
    /// `head` at once, then `bytes` in pieces of `size`, each after `pause`.
    static Script drip(const QByteArray &head, const QByteArray &bytes, qsizetype size,
                       std::chrono::milliseconds pause);
    /// `head`, and then `bytes` for ever.
    static Script forever(const QByteArray &head, const QByteArray &bytes);
    /// The same, once the client has had `pause` to read what came before the end.
    Script &&thenWait(std::chrono::milliseconds pause) &&;
    /// The same, played as soon as a client connects.
    Script &&uponConnection() &&;
};

} // namespace hostile

Q_DECLARE_METATYPE(hostile::Script)
