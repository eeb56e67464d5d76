// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/history/keptreading.h"

#include <QLatin1StringView>
#include <QList>

#include <optional>

namespace insight {

/// Something that is there now and was not, or the other way round, or is not what it was.
struct Change
{
    enum class Kind : quint8 { Added, Removed, Altered };
    enum class Subject : quint8 { Project, Bucket, Schedule, Role };

    Kind kind = Kind::Altered;
    Subject subject = Subject::Bucket;
    atlas::ProjectId project{};
    QString projectName{};
    /// Of a schedule.
    std::optional<atlas::ClusterName> cluster{};
    /// Of a bucket; of a schedule, the one that it names, or named.
    std::optional<atlas::BucketId> bucket{};
    QString bucketName{};
    /// Of a role: Atlas's own word, e.g. `AWS`.
    QString provider{};
    /// Atlas's own word for what is not what it was, e.g. `iamRoleId`; empty if all of it came or
    /// went.
    QString field{};
    /// Nothing: it was absent.
    std::optional<QString> before{};
    /// Nothing: it is absent.
    std::optional<QString> after{};
    /// When the later of the two readings ended. UTC.
    QDateTime seen{};

    friend bool operator==(const Change &, const Change &) = default;
};

/// What changed from `before` to `after`, project by project: buckets, then schedules, then roles.
/// What one of the two did not read is neither added nor removed; a project that is new, or gone,
/// is one change, whatever is in it. One that Atlas has not listed, but was asked for, neither came
/// nor went.
QList<Change> changesBetween(const KeptReading &before, const KeptReading &after);

} // namespace insight
