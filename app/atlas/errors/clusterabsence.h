// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

namespace atlas {

/// Why a cluster has no export schedule, where that is no failure.
enum class ClusterAbsence : quint8 {
    /// The error is another one.
    None,
    /// The cluster is not there any more.
    Gone,
    /// It has no backup.
    NoBackup,
    /// It is a flex cluster, and those export nothing.
    Flex,
};

/// What an error of a call below a cluster says of the cluster.
ClusterAbsence clusterAbsenceIn(const ApiError &error);

} // namespace atlas
