// SPDX-License-Identifier: Apache-2.0
#include "atlas/errors/clusterabsence.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace atlas {

namespace {

struct Row
{
    int status = {};
    QLatin1StringView code;
    ClusterAbsence absence = {};
};

constexpr std::array absences{
    Row{404, "CLUSTER_NOT_FOUND"_L1, ClusterAbsence::Gone},
    Row{404, "CLUSTER_NAME_NOT_FOUND"_L1, ClusterAbsence::Gone},
    Row{404, "INVALID_CLUSTER_ID"_L1, ClusterAbsence::Gone},
    Row{404, "BACKUP_CONFIG_NOT_FOUND"_L1, ClusterAbsence::NoBackup},
    Row{400, "BACKUP_JOB_NOT_FOUND"_L1, ClusterAbsence::NoBackup},
    Row{400, "PROVIDER_BACKUP_NOT_SUPPORTED"_L1, ClusterAbsence::NoBackup},
    Row{400, "INCORRECT_BACKUP_API_ENDPOINT"_L1, ClusterAbsence::NoBackup},
    // The cluster's plan or configuration has no cloud backup, and no role helps.
    Row{403, "FEATURE_UNSUPPORTED"_L1, ClusterAbsence::NoBackup},
    Row{403, "UNSUPPORTED_FOR_CURRENT_PLAN"_L1, ClusterAbsence::NoBackup},
    Row{403, "UNSUPPORTED_FOR_CURRENT_CONFIG"_L1, ClusterAbsence::NoBackup},
    Row{403, "NO_FREE_TIER_API"_L1, ClusterAbsence::NoBackup},
    Row{400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API"_L1, ClusterAbsence::Flex},
};

} // namespace

ClusterAbsence clusterAbsenceIn(const ApiError &error)
{
    if (error.kind != ApiError::Kind::Api)
        return ClusterAbsence::None;
    const auto row = std::find_if(absences.begin(), absences.end(), [&error](const Row &one) {
        return one.status == error.status && one.code == error.errorCode;
    });
    return row == absences.end() ? ClusterAbsence::None : row->absence;
}

} // namespace atlas
