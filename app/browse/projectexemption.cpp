// SPDX-License-Identifier: Apache-2.0
#include "browse/projectexemption.h"

#include "atlas/httpstatus.h"
#include "browse/errorhint.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

std::optional<ProjectExemption> projectExemptionIn(const atlas::ApiError &error)
{
    if (isFault(error))
        return std::nullopt;
    if (error.errorCode.startsWith("NOT_ATLAS_"_L1))
        return ProjectExemption::CloudManager;
    // Other harmless answers speak of a cluster, and are none to this call.
    return error.status == atlas::httpstatus::Forbidden
        ? std::optional(ProjectExemption::Unsupported)
        : std::nullopt;
}

} // namespace browse
