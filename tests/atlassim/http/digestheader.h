// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace atlassim {

/// The parameters of an `Authorization: Digest` header (RFC 7616, section 3.4).
struct DigestHeader
{
    QByteArray username;
    QByteArray realm;
    QByteArray nonce;
    QByteArray uri;
    QByteArray response;
    QByteArray algorithm;
    QByteArray cnonce;
    QByteArray qop;
    QByteArray nc;

    /// Nothing if it is no Digest header, is malformed, or says a parameter twice.
    static std::optional<DigestHeader> parse(const QByteArray &authorization);
};

} // namespace atlassim
