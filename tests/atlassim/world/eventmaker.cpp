// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/world/eventmaker.h"

#include <QTimeZone>

#include <algorithm>

namespace atlassim {

namespace {

/// By turns a key and a person, whose address is made up.
EventActor actorOf(qsizetype number)
{
    if (number % 2 == 0)
        return {QStringLiteral("readonly"), {}};
    return {{}, QStringLiteral("operator.made-up@example.test")};
}

class EventMaker
{
public:
    explicit EventMaker(const Project &project) : m_project(project) { }

    Event &add(const char *type, const QDateTime &time)
    {
        const int number = int(m_events.size());
        m_events.append({childId(QString(m_project.id + QStringLiteral("/event")), time, number),
                         QString::fromLatin1(type), time});
        return m_events.last();
    }

    void addBuckets()
    {
        for (const Bucket &bucket : m_project.buckets) {
            // A moment after the ID was made.
            const qint64 registered = bucket.id.left(8).toLongLong(nullptr, 16) + 1;
            const auto time = QDateTime::fromSecsSinceEpoch(registered, QTimeZone::utc());
            add("BUCKET_CREATED_AUDIT", time).actor = actorOf(m_events.size());
        }
    }

    void addClusters()
    {
        for (const Cluster &cluster : m_project.clusters) {
            Event &made = add("CLUSTER_CREATED", cluster.created);
            made.actor = actorOf(m_events.size());
            made.clusterName = cluster.name;
            for (const ExportJob &job : cluster.exportJobs) {
                if (job.state == ExportState::Successful)
                    add("CPS_EXPORT_SUCCESSFUL", *job.finishedAt);
                else if (job.state == ExportState::Failed)
                    add("CPS_EXPORT_FAILED", *job.finishedAt);
            }
        }
    }

    /// There are none of Azure.
    void addRoles()
    {
        for (const AwsIamRole &role : m_project.cloudProviderAccess.awsIamRoles) {
            add("CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED", role.createdDate).actor = actorOf(0);
            if (role.authorizedDate)
                add("CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED", *role.authorizedDate).actor =
                    actorOf(0);
        }
        for (const GcpServiceAccount &account : m_project.cloudProviderAccess.gcpServiceAccounts)
            add("CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_ADDED", account.createdDate).actor =
                actorOf(0);
    }

    void addAlerts()
    {
        for (const AlertConfiguration &alert : m_project.alertConfigurations)
            add("ALERT_CONFIG_ADDED_AUDIT", alert.created).alertConfigId = alert.id;
    }

    QList<Event> newestFirst()
    {
        m_events += m_project.events;
        std::stable_sort(m_events.begin(), m_events.end(),
                         [](const Event &a, const Event &b) { return a.created > b.created; });
        return m_events;
    }

private:
    const Project &m_project;
    QList<Event> m_events;
};

} // namespace

QList<Event> eventsOf(const Project &project)
{
    EventMaker make(project);
    make.addBuckets();
    make.addClusters();
    make.addRoles();
    make.addAlerts();
    return make.newestFirst();
}

QStringList knownEventTypes()
{
    static const QString all = QStringLiteral(
        "BUCKET_CREATED_AUDIT BUCKET_DELETED_AUDIT CPS_EXPORT_SUCCESSFUL CPS_EXPORT_FAILED "
        "CPS_AUTO_EXPORT_FAILED CPS_SNAPSHOT_SUCCESSFUL CPS_SNAPSHOT_FAILED CPS_SNAPSHOT_BEHIND "
        "CPS_SNAPSHOT_SCHEDULE_UPDATED_AUDIT CPS_SNAPSHOT_DELETED_AUDIT "
        "CPS_SNAPSHOT_RETENTION_MODIFIED_AUDIT CPS_ON_DEMAND_SNAPSHOT_REQUESTED "
        "CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED "
        "CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_DELETED "
        "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_ADDED "
        "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_UPDATED "
        "CLOUD_PROVIDER_ACCESS_GCP_SERVICE_ACCOUNT_DELETED CLUSTER_AUTOMATICALLY_PAUSED "
        "CLUSTER_DELETED CLUSTER_DELETE_SUBMITTED CLUSTER_CREATED CLUSTER_READY "
        "CLUSTER_UPDATE_STARTED CLUSTER_UPDATE_COMPLETED ALERT_CONFIG_ADDED_AUDIT "
        "ALERT_CONFIG_CHANGED_AUDIT ALERT_CONFIG_DISABLED_AUDIT ALERT_CONFIG_ENABLED_AUDIT "
        "ALERT_CONFIG_DELETED_AUDIT PROJECT_SCHEDULED_MAINTENANCE");
    return all.split(QLatin1Char(' '));
}

} // namespace atlassim
