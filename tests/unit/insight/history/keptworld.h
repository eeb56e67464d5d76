// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/keptreading.h"

#include <QString>
#include <QTimeZone>

/// Readings made up for tests.
namespace keptworld {

using namespace Qt::Literals::StringLiterals;

template<class Id>
Id idOf(int number)
{
    return *Id::fromHex(u"%1"_s.arg(number, 24, 16, QChar(u'0')));
}

inline atlas::ClusterName cluster(const QString &name)
{
    return *atlas::ClusterName::fromString(name);
}

inline atlas::ExportBucket bucket(int number, const QString &name = u"archive"_s)
{
    atlas::ExportBucket bucket;
    bucket.id = idOf<atlas::BucketId>(number);
    bucket.text(atlas::BucketField::Name) = name;
    bucket.text(atlas::BucketField::Provider) = u"AWS"_s;
    bucket.text(atlas::BucketField::RoleId) = u"role-1"_s;
    bucket.flag(atlas::BucketField::PrivateNetworking) = number % 2 == 0;
    return bucket;
}

/// Read to its end: buckets 1 to `buckets`, one cluster that exports daily to the first, one role.
inline insight::KeptProject project(int number, int buckets = 3)
{
    insight::KeptProject project;
    project.id = idOf<atlas::ProjectId>(number);
    project.name = u"Project %1"_s.arg(number);
    project.hasAllBuckets = true;
    for (int i = 1; i <= buckets; ++i)
        project.buckets.append(bucket(i));
    project.hasAllClusters = true;
    project.schedules = {{cluster(u"ledger"_s), true, idOf<atlas::BucketId>(1), u"daily"_s}};
    project.hasAllRoles = true;
    project.roles = {{u"role-1"_s, u"AWS"_s, true}};
    return project;
}

/// Of projects 1 to `projects`, so many seconds after 2026 began.
inline insight::KeptReading reading(qint64 second, int projects = 2)
{
    insight::KeptReading reading;
    reading.at = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate).addSecs(second);
    reading.hasAllProjects = true;
    for (int i = 1; i <= projects; ++i)
        reading.projects.append(project(i));
    return reading;
}

} // namespace keptworld
