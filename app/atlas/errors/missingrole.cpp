// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/missingrole.h"

#include "atlas/errors/httpstatus.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

bool meansMissingRole(const ApiError &error)
{
    constexpr std::array codes{"USER_UNAUTHORIZED"_L1, "NOT_IN_GROUP"_L1, "ACCESS_FORBIDDEN"_L1};
    if (error.kind != ApiError::Kind::Api
        || (error.status != httpstatus::Unauthorized && error.status != httpstatus::Forbidden))
        return false;
    const QString &code = error.errorCode;
    // Without a code it was not Atlas that refused, but what stands before it.
    return code.startsWith("USER_CANNOT_ACCESS_"_L1)
        || std::any_of(codes.begin(), codes.end(),
                       [&code](QLatin1StringView known) { return code == known; });
}

} // namespace atlas
