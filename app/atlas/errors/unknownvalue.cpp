// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/unknownvalue.h"

#include "atlas/errors/httpstatus.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

bool isUnknownValue(const ApiError &error)
{
    constexpr std::array codes{"INVALID_ENUM_VALUE"_L1, "DEPRECATED_EVENT_TYPE"_L1,
                               "EVENT_TYPE_UNSUPPORTED_FOR_GROUP_TYPE"_L1};
    return error.kind == ApiError::Kind::Api && error.status == httpstatus::BadRequest
        && std::any_of(codes.begin(), codes.end(),
                       [&error](QLatin1StringView code) { return error.errorCode == code; });
}

} // namespace atlas
