// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/alertendpoints.h"

#include "tests/atlassim/api/accessrules.h"
#include "tests/atlassim/api/alertjson.h"

namespace atlassim {

namespace {

Result listAlertConfigurations(const Call &call)
{
    return accessibleProject(call).map([](const Project *project) {
        return Content(Listing{project->alertConfigurations.size(), [project](qsizetype i) {
                                   return alertConfigurationJson(project->alertConfigurations[i],
                                                                 *project);
                               }});
    });
}

} // namespace

QList<Endpoint> alertEndpoints()
{
    const ResourceVersion first{{2023, 1, 1}};
    return {
        {QStringLiteral("/groups/{groupId}/alertConfigs"),
         {first},
         RateScope::PerProject,
         ratesets::alertConfigurations(),
         listAlertConfigurations},
    };
}

} // namespace atlassim
