// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <memory>

class QByteArray;
class QDebug;
class QString;

namespace accounts {

/// A client secret or a private key, in UTF-8.
/// Copies share one buffer, which is overwritten when the last of them goes. Any thread.
class Secret
{
public:
    /// No secret.
    Secret() = default;

    /// The text as it is; trim what people paste before.
    static Secret fromString(QStringView text);
    /// The bytes as they are.
    static Secret fromUtf8(QByteArrayView utf8);

    bool isEmpty() const { return bytes().isEmpty(); }

    /// Valid as long as this secret or a copy of it lives.
    QByteArrayView bytes() const;

    /// Whether both hold the same bytes; takes the same time wherever they differ.
    friend bool operator==(const Secret &left, const Secret &right);

private:
    class Buffer;

    explicit Secret(std::shared_ptr<const Buffer> buffer);

    std::shared_ptr<const Buffer> m_buffer;
};

/// Says whether there is a secret, never which.
QDebug operator<<(QDebug debug, const Secret &secret);

/// Overwrites the text with zeros and empties it: for copies of a secret that a library wanted as
/// a string. Of use only while nothing else shares the text. Compilers do not leave this out.
void wipe(QString &text);
/// As wipe(QString &).
void wipe(QByteArray &bytes);

} // namespace accounts
