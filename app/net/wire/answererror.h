// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QByteArray>

namespace net {

/// The error of a body with more than `limit` bytes, as sent or as decompressed.
atlas::ApiError tooLargeError(qint64 limit);

/// The error of a compressed body that is damaged or cut short.
atlas::ApiError damagedError(int status);

/// The error of a body whose `Content-Encoding` nobody asked for.
atlas::ApiError unknownEncodingError(int status, const QByteArray &encoding);

} // namespace net
