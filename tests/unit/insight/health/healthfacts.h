// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/health/finding.h"

#include <QString>
#include <QStringList>

/// Facts of a made-up organisation, for tests of the rules. It is noon of 1 November 2026.
namespace healthfacts {

QDateTime now();
/// So many days before now().
QDateTime daysAgo(double days);

/// An ID that was made so many days ago; `number` tells it from others of that time.
atlas::BucketId bucketId(int number, double age = 100);
atlas::ProjectId projectId(int number);
atlas::ClusterName clusterName(const QString &name);

/// A bucket of AWS in us-east-1, whose role is roles()' usable one.
atlas::ExportBucket awsBucket(atlas::BucketId id, const QString &name = QStringLiteral("acorn"));
/// A bucket of Azure.
atlas::ExportBucket azureBucket(atlas::BucketId id, const QString &name, const QString &serviceUrl);

/// A schedule with daily and monthly snapshots, whose automatic export goes to the bucket.
atlas::BackupSchedule schedule(atlas::BucketId bucket, const char *frequency = "daily");
/// One that exports nothing.
atlas::BackupSchedule scheduleWithoutExport();

/// A job that was made so many days ago and, if it has ended, ended at once.
atlas::ExportJob job(atlas::BucketId bucket, const char *state, double age);

/// A cluster on AWS in US_EAST_1 with all that is to be known of it: its schedule, and jobs, newest
/// first.
insight::ClusterFacts cluster(const QString &name, const atlas::BackupSchedule &schedule,
                              const QList<atlas::ExportJob> &jobs = {});

/// The usable role "oak" of AWS, "elm", which is not authorized, and no others.
atlas::CloudProviderRoles roles();
/// Both kinds of failed exports are told.
QList<atlas::AlertConfiguration> alerts();

template<class T>
insight::Part<T> whole(const T &value)
{
    return {value, buckets::Completeness::whole(), {}};
}

/// All parts of it are whole; nothing is wrong with it: without buckets and clusters, at first.
insight::ProjectFacts project(int number = 1, const QList<atlas::ExportBucket> &buckets = {},
                              const QList<insight::ClusterFacts> &clusters = {});
/// One whose daily exports to its only bucket, bucketId(1), work.
insight::ProjectFacts healthyProject(int number = 1);

/// An error of Atlas's.
atlas::ApiError error(int status, const QString &code,
                      atlas::Role role = atlas::Role::ProjectReadOnly);

/// `CODE severity cluster bucket`, a line each, with `-` for what is not there.
QString shortly(const QList<insight::Finding> &findings);
/// Without what is not of this code.
QList<insight::Finding> only(insight::FindingCode code, QList<insight::Finding> findings);

} // namespace healthfacts
