// SPDX-License-Identifier: Apache-2.0
#include "browse/failurestreak.h"

#include "browse/readinglimits.h"

namespace browse {

namespace {

bool concernsAll(const atlas::ApiError &error)
{
    using Kind = atlas::ApiError::Kind;
    switch (error.kind) {
    case Kind::Api:
        return error.duringSignIn || atlas::refusesCredential(error);
    case Kind::SignIn:
    case Kind::Transport:
    case Kind::Untrusted:
    case Kind::Proxy:
    case Kind::TimedOut:
    case Kind::Redirected:
    case Kind::Malformed: // The sign-in page of a network, for one.
    case Kind::Refused:
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
