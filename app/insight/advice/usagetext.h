// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"

#include <QString>
#include <QStringList>

namespace insight {

/// What is known of a bucket's users or jobs, as told beside their table.
struct UsageText
{
    /// The answer in a sentence.
    QString headline;
    /// What belongs to it: what was not counted, and why; may be empty.
    QString text;
    /// Whether something could not be read, and a retry may help.
    bool isIncomplete = false;

    friend bool operator==(const UsageText &, const UsageText &) = default;
};

/// What happened and what to do, in one line.
QString explainedError(const atlas::ApiError &error);

/// That so many schedules still name a bucket, with automatic export off.
QString leftoversText(int leftovers);

/// How many of the clusters that use a bucket export nothing, and why; empty if all export.
QStringList idleUsersTexts(const buckets::ProjectUsage &usage, atlas::BucketId bucket);

/// Of how many clusters the export jobs are missing, and why; empty if none are.
QString missingJobsText(const buckets::ProjectUsage &usage);

/// Who exports to a bucket, and how complete that answer is.
UsageText usersText(const buckets::ProjectUsage &usage, atlas::BucketId bucket);

/// What is known of the jobs to a bucket.
UsageText jobsText(const buckets::ProjectUsage &usage, atlas::BucketId bucket);

} // namespace insight
