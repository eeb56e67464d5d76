// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <optional>

namespace buckets {

/// Why a project can have no export buckets, though nothing is wrong.
enum class ProjectExemption : quint8 {
    /// It belongs to Cloud Manager, not to Atlas.
    CloudManager,
    /// Its plan or its configuration has no snapshot exports.
    Unsupported,
};

/// What the refusal of a call about a project's buckets says of the project; nothing if it is a
/// failure.
std::optional<ProjectExemption> projectExemptionIn(const atlas::ApiError &error);

} // namespace buckets
