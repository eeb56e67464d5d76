// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/world/troubledworld.h"

#include <chrono>

namespace atlassim::troubled {

using Age = std::chrono::hours;

constexpr Age days(int count)
{
    return std::chrono::hours(24 * count);
}

/// Makes the projects of the troubled world one after the other, and notes what is to be found in
/// them. All ages are counted back from `now`. Buckets are named by their IDs, clusters are good
/// until the next is added.
class TroubleMaker
{
public:
    explicit TroubleMaker(const QDateTime &now) : m_now(now) { }

    void beginProject(const QString &name);
    /// Gives it the roles that its buckets name.
    void endProject();
    Project &project() { return m_projects.last(); }

    /// Registers a bucket under the project's role of that number.
    QString addAws(const QString &name, int role = 1, Age age = days(500),
                   const QString &region = QStringLiteral("us-east-1"));
    QString addAzure(const QString &name, const QString &account, int role = 1,
                     Age age = days(500));
    QString addGcp(const QString &name, int role = 1, Age age = days(500));
    Bucket &bucket(const QString &id);

    /// Has none of the project's roles.
    void removeRoleOf(const QString &bucket) { m_gone.append(bucket); }
    void leaveRoleUnauthorisedOf(const QString &bucket) { m_unauthorised.append(bucket); }

    /// Takes snapshots, exports none.
    Cluster &addIdle(const QString &name);
    /// Exports there by itself; nothing so far.
    Cluster &addExporting(const QString &name, const QString &bucket, ExportFrequency frequency);
    /// Exports there by itself, and has done so every time; `age` is that of the newest job.
    Cluster &addExporting(const QString &name, const QString &bucket, ExportFrequency frequency,
                          Age age);

    /// Adds a job that was made so long ago, and has ended unless it was not to.
    void succeed(Cluster &cluster, const QString &bucket, Age age) const;
    void fail(Cluster &cluster, const QString &bucket, Age age) const;
    void cancel(Cluster &cluster, const QString &bucket, Age age) const;
    void queue(Cluster &cluster, const QString &bucket, Age age) const;
    void leaveInProgress(Cluster &cluster, const QString &bucket, Age age) const;

    void addPrivateEndpoint(const QString &bucketRegion, const QString &clusterRegion,
                            const QString &status);

    /// That is to be found in the project.
    void plant(const char *code, const char *severity, const QString &cluster = {},
               const QString &bucket = {});
    void plantForOwners(const char *code, const char *severity, const QString &cluster,
                        const QString &bucket);

    const QList<Project> &projects() const { return m_projects; }
    /// Whoever cannot read jobs does not find what needs them; that does not concern this.
    QList<PlantedFinding> found() const { return m_found; }
    QList<PlantedFinding> foundByOwners() const { return m_foundByOwners; }

private:
    QString roleId(int role) const;
    QString addBucket(Bucket bucket, Age age);
    ExportJob &addJob(Cluster &cluster, const QString &bucket, Age age) const;
    qint64 secondsBefore(Age age) const { return m_now.addSecs(-seconds(age)).toSecsSinceEpoch(); }
    static qint64 seconds(Age age) { return std::chrono::seconds(age).count(); }

    QDateTime m_now;
    QList<Project> m_projects;
    QStringList m_gone;
    QStringList m_unauthorised;
    QList<PlantedFinding> m_found;
    QList<PlantedFinding> m_foundByOwners;
    quint64 m_serial{0};
};

/// What is done to each of the projects.
struct Plan
{
    const char *name;
    void (*carryOut)(TroubleMaker &);
};

/// The projects whose exports do not work, or do so only just.
QList<Plan> exportPlans();
/// The projects where something is wrong with buckets, roles, alerts, or what may be read.
QList<Plan> bucketPlans();

} // namespace atlassim::troubled
