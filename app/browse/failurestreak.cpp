// SPDX-License-Identifier: Apache-2.0
#include "browse/failurestreak.h"

#include "browse/readinglimits.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

/// Only signing in takes calls that are no GET.
bool isOfSignIn(const atlas::ApiError &error)
{
    return error.request.startsWith("POST "_L1);
}

bool concernsAll(const atlas::ApiError &error)
{
    using Kind = atlas::ApiError::Kind;
    switch (error.kind) {
    case Kind::Api:
        return atlas::refusesCredential(error) || isOfSignIn(error);
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
    m_length = concernsAll(error) ? m_length + 1 : 0;
}

bool FailureStreak::isHopeless() const
{
    return m_length >= limits::MostFailuresInARow;
}

} // namespace browse
