// SPDX-License-Identifier: Apache-2.0
#include "browse/failurestreak.h"

#include "browse/readinglimits.h"

namespace browse {

namespace {

bool concernsAll(const atlas::ApiError &error)
{
    using atlas::ApiError;
    switch (error.kind) {
    case ApiError::Kind::Api:
        return error.duringSignIn || atlas::refusesCredential(error);
    case ApiError::Kind::SignIn:
    case ApiError::Kind::Transport:
    case ApiError::Kind::Untrusted:
    case ApiError::Kind::Proxy:
    case ApiError::Kind::TimedOut:
    case ApiError::Kind::Redirected:
    case ApiError::Kind::Malformed: // The sign-in page of a network, for one.
    case ApiError::Kind::Refused:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

void FailureStreak::note(const atlas::ApiError &error)
{
    // The token call has been tried again as often as may help, for all who waited for it.
    if (error.duringSignIn)
        m_length = limits::MostFailuresInARow;
    else
        m_length = concernsAll(error) ? m_length + 1 : 0;
}

bool FailureStreak::isHopeless() const
{
    return m_length >= limits::MostFailuresInARow;
}

} // namespace browse
