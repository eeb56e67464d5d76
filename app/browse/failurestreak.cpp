// SPDX-License-Identifier: Apache-2.0
#include "browse/failurestreak.h"

#include "browse/readinglimits.h"

namespace browse {

void FailureStreak::note(const atlas::ApiError &error)
{
    const bool concernsAll =
        error.kind == atlas::ApiError::Kind::Transport || atlas::refusesCredential(error);
    m_length = concernsAll ? m_length + 1 : 0;
}

bool FailureStreak::isHopeless() const
{
    return m_length >= limits::MostFailuresInARow;
}

} // namespace browse
