// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace buckets {

/// The columns of the table of buckets that are registered more than once.
enum class DuplicateColumn { Name, Provider, RoleId, Registrations, Unused, Projects, Kind, Ids };
inline constexpr int DuplicateColumnCount = 8;

} // namespace buckets
