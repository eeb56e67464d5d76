// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace net {

/// What a call was answered with.
struct Document
{
    /// Out of its envelope, if it came in one. Empty if the body was read quickly.
    QJsonObject content;
    /// The whole body as it came, decompressed.
    QByteArray body;
};

} // namespace net
