// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <chrono>

namespace net {

/// A service account's token, as the OAuth token call answered it (RFC 6749, 5.1).
struct TokenAnswer
{
    /// Printable ASCII without spaces, never empty: fit for a header.
    QByteArray token;
    /// From the moment the answer came: a second to a day, however much longer the server says.
    std::chrono::seconds lifetime;
};

/// Reads the answer of the OAuth token call. An error, which names the field, unless it holds a
/// token that a header can carry, and for how long.
atlas::Result<TokenAnswer> decodeTokenAnswer(const QJsonObject &answer);

/// The token in an answer that decodeTokenAnswer() refuses for something else, such as its type:
/// the server may let it live. Empty if there is none that a header can carry.
QByteArray refusedToken(const QJsonObject &answer);

} // namespace net
