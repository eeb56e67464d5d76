// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace buckets {

/// How many calls something has made, and how many it still has to make, as far as it knows.
struct CallLoad
{
    /// They have ended.
    int made = 0;
    /// On their way, or in line.
    int left = 0;
    /// Of those left: they do not just wait for a rate limit or a retry.
    int runnable = 0;

    friend CallLoad operator+(const CallLoad &one, const CallLoad &other)
    {
        return {one.made + other.made, one.left + other.left, one.runnable + other.runnable};
    }
};

} // namespace buckets
