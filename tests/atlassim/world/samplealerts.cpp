// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/samplealerts.h"

#include "tests/atlassim/world/alertmaker.h"
#include "tests/atlassim/world/sampleworld.h"

namespace atlassim::sample {

namespace {

void tellOfFirstCluster(Project &project)
{
    addUsualAlerts(project);
    addAlert(project, ExportFailed, {toNobody(), toChannel()}).matchers = {
        {QStringLiteral("CLUSTER_NAME"), QStringLiteral("EQUALS"), project.clusters[0].name}};
    addAlert(project, AutoExportFailed, {toPerson()}).enabled = false;
}

void addPrivateEndpoint(Project &project, const QString &bucketRegion, const QString &clusterRegion,
                        const QString &status)
{
    const int number = int(project.privateEndpoints.size());
    PrivateEndpoint endpoint{
        childId(QString(project.id + QStringLiteral("/endpoint")), project.created, number),
        bucketRegion, clusterRegion, status};
    if (status == QLatin1String("FAILED"))
        endpoint.errorMessage = QStringLiteral("The endpoint service could not be reached.");
    project.privateEndpoints.append(endpoint);
}

} // namespace

void addAlerts(World &world)
{
    for (Project &project : world.projects) {
        if (project.id == PaymentsProd)
            tellOfFirstCluster(project);
        else if (project.id == DataWarehouse || project.id == DisasterRecovery)
            addExportAlerts(project);
        else
            addUsualAlerts(project);
    }
    const QString virginia = QStringLiteral("US_EAST_1");
    const QString frankfurt = QStringLiteral("EU_CENTRAL_1");
    Project &payments = *world.project(PaymentsProd);
    addPrivateEndpoint(payments, virginia, virginia, QStringLiteral("ACTIVE"));
    addPrivateEndpoint(payments, frankfurt, virginia, QStringLiteral("PENDING_ACCEPTANCE"));
    addPrivateEndpoint(payments, frankfurt, frankfurt, QStringLiteral("FAILED"));
    addPrivateEndpoint(*world.project(DisasterRecovery), frankfurt, virginia,
                       QStringLiteral("ACTIVE"));
}

} // namespace atlassim::sample
