// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/sampleaccess.h"

#include "tests/atlassim/world/accessmaker.h"
#include "tests/atlassim/world/sampleworld.h"

namespace atlassim::sample {

namespace {

void revokeAuthorisation(CloudProviderAccess &access, QLatin1String roleId)
{
    for (AwsIamRole &role : access.awsIamRoles) {
        if (role.roleId != roleId)
            continue;
        role.authorizedDate.reset();
        role.iamAssumedRoleArn.reset();
    }
}

void removeRole(CloudProviderAccess &access, QLatin1String roleId)
{
    access.awsIamRoles.removeIf([&](const AwsIamRole &role) { return role.roleId == roleId; });
}

void leaveIncomplete(CloudProviderAccess &access, QLatin1String roleId)
{
    for (GcpServiceAccount &account : access.gcpServiceAccounts) {
        if (account.roleId != roleId)
            continue;
        account.status = GcpRoleStatus::InProgress;
        account.gcpServiceAccountForAtlas.reset();
    }
}

} // namespace

void addAccess(World &world)
{
    for (Project &project : world.projects)
        project.cloudProviderAccess = accessFor(project.buckets);
    revokeAuthorisation(world.project(PaymentsProd)->cloudProviderAccess, UnauthorisedRole);
    removeRole(world.project(Search)->cloudProviderAccess, MissingRole);
    leaveIncomplete(world.project(PartnerIntegrations)->cloudProviderAccess, IncompleteRole);
}

} // namespace atlassim::sample
