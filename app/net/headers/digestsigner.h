// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <optional>

namespace net {

/// A Digest challenge that can be answered (RFC 7616): MD5 or SHA-256, `qop=auth`.
struct DigestChallenge
{
    QByteArray realm;
    QByteArray nonce;
    /// Null if the server sent none.
    QByteArray opaque;
    /// As the server wrote it; null if it wrote none, which means MD5.
    QByteArray algorithm;
    QCryptographicHash::Algorithm hash = QCryptographicHash::Md5;
    /// The server says that only the nonce of the request was old: the key is right.
    bool isStale = false;

    /// The first challenge in a `WWW-Authenticate` header that can be answered.
    static std::optional<DigestChallenge> fromHeader(QByteArrayView header);
};

/// Who signs.
struct DigestUser
{
    QByteArrayView name;
    QByteArrayView password;
};

/// What is signed.
struct DigestTarget
{
    /// Path and query, or to a proxy `host:port`, exactly as they go over the wire.
    QByteArray uri;
    /// How often the nonce has been used, this time included: from 1.
    quint32 nonceCount = 1;
    /// The client's own nonce. Letters and digits.
    QByteArray clientNonce;
    QByteArray method = "GET";
};

/// The value of the `Authorization` or `Proxy-Authorization` header that answers `challenge` (RFC
/// 7616, 3.4).
QByteArray digestAuthorization(const DigestChallenge &challenge, const DigestUser &user,
                               const DigestTarget &target);

} // namespace net
