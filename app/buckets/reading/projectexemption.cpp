// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/projectexemption.h"

#include "atlas/errors/clusterabsence.h"
#include "atlas/errors/httpstatus.h"

using namespace Qt::Literals::StringLiterals;

namespace buckets {

std::optional<ProjectExemption> projectExemptionIn(const atlas::ApiError &error)
{
    namespace httpstatus = atlas::httpstatus;
    if (error.kind != atlas::ApiError::Kind::Api)
        return std::nullopt;
    const bool isOfAnother =
        error.errorCode == "NOT_ATLAS_GROUP"_L1 || error.errorCode == "NOT_ATLAS_ORG"_L1;
    if (error.status == httpstatus::NotFound && isOfAnother)
        return ProjectExemption::CloudManager;
    // Of a cluster, it has no backup. Other harmless answers speak of one cluster alone.
    const bool hasNoBackup = atlas::clusterAbsenceIn(error) == atlas::ClusterAbsence::NoBackup;
    return error.status == httpstatus::Forbidden && hasNoBackup
        ? std::optional(ProjectExemption::Unsupported)
        : std::nullopt;
}

} // namespace buckets
