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

} // namespace buckets
