// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/failurestreak.h"

#include "atlas/errors/httpstatus.h"
#include "atlas/errors/missingrole.h"
#include "buckets/reading/readinglimits.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

namespace {

/// Beginnings of codes: who asks comes from the wrong address, or from any. The list of addresses
/// is the credential's, not the project's.
constexpr std::array AddressCodes{"IP_ADDRESS_NOT_ON_"_L1, "GLOBAL_USER_OUTSIDE_SUBNET"_L1,
                                  "ORG_REQUIRES_"_L1, "RESOURCE_REQUIRES_"_L1};

/// By Atlas, for the address, or by what stands before it.
bool isRefusedAtTheDoor(const atlas::ApiError &error)
{
    if (error.status != atlas::httpstatus::Forbidden)
        return error.status == atlas::httpstatus::ProxyAuthenticationRequired;
    const QString &code = error.errorCode;
    return code.isEmpty()
        || std::any_of(AddressCodes.begin(), AddressCodes.end(),
                       [&code](QLatin1StringView known) { return code.startsWith(known); });
}

} // namespace

bool concernsAllProjects(const atlas::ApiError &error)
{
    using atlas::ApiError;
    switch (error.kind) {
    case ApiError::Kind::Api:
        return error.duringSignIn || atlas::refusesCredential(error) || isRefusedAtTheDoor(error);
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

void FailureStreak::note(const atlas::ApiError &error)
{
    // The token call has been tried again as often as may help, for all who waited for it.
    if (error.duringSignIn)
        m_length = limits::MostFailuresInARow;
    else
        m_length = concernsAllProjects(error) ? m_length + 1 : 0;
}

bool FailureStreak::isHopeless() const
{
    return m_length >= limits::MostFailuresInARow;
}

} // namespace buckets
