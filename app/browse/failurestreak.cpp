// SPDX-License-Identifier: Apache-2.0
#include "browse/failurestreak.h"

#include "browse/readinglimits.h"

namespace browse {

namespace {

bool isAboutTheCredential(const atlas::ApiError &error)
{
    constexpr int Unauthorized = 401;
    return error.status == Unauthorized && !error.errorCode.startsWith(QLatin1String("USER_"))
        && !error.errorCode.startsWith(QLatin1String("NOT_"));
}

} // namespace

void FailureStreak::note(const atlas::ApiError &error)
{
    const bool concernsAll =
        error.kind == atlas::ApiError::Kind::Transport || isAboutTheCredential(error);
    m_length = concernsAll ? m_length + 1 : 0;
}

bool FailureStreak::isHopeless() const
{
    return m_length >= limits::MostFailuresInARow;
}

} // namespace browse
