// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QDeadlineTimer>

namespace net {

/// Why a call is not on its way just now, and until when.
struct Waiting
{
    enum class Reason {
        /// It, or the sign-in that it waits for, failed and is tried again.
        Retry,
        /// The rate limit is used up: Atlas would refuse the call.
        RateLimit,
    };

    Reason reason = Reason::Retry;
    QDeadlineTimer until;
    /// What it failed with. With Reason::Retry only.
    atlas::ApiError error;
    /// Which retry comes next, counted from 1, and how many there may be. With Reason::Retry only.
    int retry = 0;
    int mostRetries = 0;
};

} // namespace net
