// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/missingrole.h"

#include "atlas/errors/httpstatus.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

/// Without a code it was not Atlas that refused, but what stands before it.
bool isOfRole(const QString &code)
{
    return code.startsWith("USER_"_L1) || code.startsWith("NOT_"_L1)
        || code.endsWith("_ACCESS_DENIED"_L1) || code == "ACCESS_FORBIDDEN"_L1;
}

} // namespace

bool meansMissingRole(const ApiError &error)
{
    return error.kind == ApiError::Kind::Api
        && (error.status == httpstatus::Unauthorized || error.status == httpstatus::Forbidden)
        && isOfRole(error.errorCode);
}

bool refusesCredential(const ApiError &error)
{
    return error.status == httpstatus::Unauthorized && !isOfRole(error.errorCode);
}

} // namespace atlas
