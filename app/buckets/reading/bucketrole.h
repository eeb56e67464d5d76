// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/cloudproviderroles.h"
#include "atlas/values/exportbucket.h"

#include <variant>

namespace buckets {

/// The role by which Atlas reaches a bucket.
using BucketRole = std::variant<std::monostate, atlas::AwsRole, atlas::AzureRole, atlas::GcpRole>;

/// The role that `bucket` names; std::monostate if it names none, or the project does not have it.
BucketRole roleOf(const atlas::ExportBucket &bucket, const atlas::CloudProviderRoles &roles);

/// Whether Atlas can use the role that a bucket names.
enum class RoleStanding : quint8 {
    /// The bucket names none, or the roles of its provider are not known.
    Unknown,
    Usable,
    /// The project does not have it.
    Gone,
    /// It was never authorized: exports fail.
    NotAuthorized,
    /// Atlas calls its state something that this program does not know.
    Unclear,
};

/// Of a role of a project; std::monostate is Gone.
RoleStanding standingOf(const BucketRole &role);

/// What becomes of the exports to `bucket` is decided here alone, as far as its role goes.
RoleStanding roleStandingOf(const atlas::ExportBucket &bucket,
                            const atlas::CloudProviderRoles &roles);

} // namespace buckets
