// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace buckets {

/// Whether a call has failed for a reason that concerns every project: see FailureStreak.
bool concernsAllProjects(const atlas::ApiError &error);

/// Calls that have failed one after the other for reasons that concern every project: nobody can be
/// reached, or who answers is not Atlas, or Atlas does not take the credential any more, or not
/// from here.
class FailureStreak
{
public:
    /// A call has failed.
    void note(const atlas::ApiError &error);
    /// A call has brought an answer.
    void end() { m_length = 0; }

    /// Whether there is no point in sending more of them.
    bool isHopeless() const;

private:
    int m_length = 0;
};

} // namespace buckets
