// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace net {

/// One challenge of a `WWW-Authenticate` header (RFC 9110, 11.6.1).
struct Challenge
{
    /// Lower case.
    QByteArray scheme;
    /// Names in lower case, values without their quotes, in the order they came.
    QList<std::pair<QByteArray, QByteArray>> parameters;

    /// The value of `name` (lower case); null if it is not there.
    QByteArray value(QByteArrayView name) const;
};

/// All challenges in a `WWW-Authenticate` header; several may share one header. What is no
/// challenge is passed over: a header that makes no sense yields an empty list.
QList<Challenge> parseChallenges(QByteArrayView header);

} // namespace net
