// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace buckets {

/// How many calls something still has to make, as far as it knows.
struct CallLoad
{
    /// On their way, or in line.
    int left = 0;
    /// Of these: they do not just wait for a rate limit or a retry.
    int runnable = 0;

    friend CallLoad operator+(const CallLoad &one, const CallLoad &other)
    {
        return {one.left + other.left, one.runnable + other.runnable};
    }
};

} // namespace buckets
