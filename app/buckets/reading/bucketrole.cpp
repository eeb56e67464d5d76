// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketrole.h"

#include <algorithm>

namespace buckets {

namespace {

template<class Role>
BucketRole find(const QString &id, const QList<Role> &roles)
{
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&id](const Role &role) { return role.roleId == id; });
    return found == roles.end() ? BucketRole() : BucketRole(*found);
}

} // namespace

BucketRole roleOf(const atlas::ExportBucket &bucket, const atlas::CloudProviderRoles &roles)
{
    if (!bucket.text(atlas::BucketField::RoleId))
        return {};
    for (const BucketRole &role : {find(*bucket.text(atlas::BucketField::RoleId), roles.aws),
                                   find(*bucket.text(atlas::BucketField::RoleId), roles.azure),
                                   find(*bucket.text(atlas::BucketField::RoleId), roles.gcp)}) {
        if (!std::holds_alternative<std::monostate>(role))
            return role;
    }
    return {};
}

} // namespace buckets
