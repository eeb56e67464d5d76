// SPDX-License-Identifier: Apache-2.0
#include "atlas/clusterabsence.h"

using namespace Qt::Literals::StringLiterals;

namespace atlas {

ClusterAbsence clusterAbsenceIn(const ApiError &error)
{
    if (error.kind != ApiError::Kind::Api)
        return ClusterAbsence::None;
    if (error.status == 404 && error.errorCode == "CLUSTER_NOT_FOUND"_L1)
        return ClusterAbsence::Gone;
    if (error.status == 404 && error.errorCode == "BACKUP_CONFIG_NOT_FOUND"_L1)
        return ClusterAbsence::NoBackup;
    if (error.status == 400 && error.errorCode == "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"_L1)
        return ClusterAbsence::Flex;
    return ClusterAbsence::None;
}

} // namespace atlas
