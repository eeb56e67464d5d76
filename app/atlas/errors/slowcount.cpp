// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/slowcount.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

bool isTooSlowToCount(const ApiError &error)
{
    return error.kind == ApiError::Kind::Api && error.errorCode == "TIMEOUT_WHILE_PAGING"_L1;
}

} // namespace atlas
