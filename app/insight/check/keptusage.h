// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/usagereading.h"
#include "insight/health/facts.h"

#include <optional>

namespace insight {

/// What facts tell of the use of a project's buckets, in the words of who reads it: the other way
/// round than clustersPart(). Nothing if not all clusters are known. Pure.
std::optional<buckets::KeptUsage> keptUsage(const ProjectFacts &facts);

} // namespace insight
