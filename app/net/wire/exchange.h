// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"
#include "net/headers/answerheaders.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace net {

/// One HTTP request and how it ended. Has no place for headers or bodies, so it carries no secret.
struct Exchange
{
    /// When it was sent. UTC.
    QDateTime time;
    QByteArray method;
    /// Without user info.
    QUrl url;
    /// 0 if no answer came.
    int status = 0;
    /// Why no answer came; empty if one did.
    atlas::Wording failure;
    std::chrono::milliseconds duration{0};
    /// Bytes of the body as sent: of a compressed one, fewer than are read.
    qint64 size = 0;
    RateLimit rateLimit;
    Deprecation deprecation;
};

} // namespace net
