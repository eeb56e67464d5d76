// SPDX-License-Identifier: Apache-2.0
#include "browse/projectexemption.h"

#include "browse/errorhint.h"

using namespace Qt::Literals::StringLiterals;

namespace browse {

std::optional<ProjectExemption> projectExemptionIn(const atlas::ApiError &error)
{
    constexpr int Forbidden = 403;
    if (isFault(error))
        return std::nullopt;
    if (error.errorCode.startsWith("NOT_ATLAS_"_L1))
        return ProjectExemption::CloudManager;
    // Other harmless answers speak of a cluster, and are none to this call.
    return error.status == Forbidden ? std::optional(ProjectExemption::Unsupported) : std::nullopt;
}

} // namespace browse
