// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/usagetext.h"

#include "base/texts/showntext.h"
#include "buckets/usage/jobtext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using SchedulesState = buckets::BackupSchedules::State;
using JobsState = buckets::ExportJobs::State;

struct UsageTexts
{
    Q_DECLARE_TR_FUNCTIONS(insight::UsageText)
};

QString localNumber(int value)
{
    return QLocale().toString(value);
}

/// `3 of 41 clusters could not be read.`
QString missingText(int missing, int all)
{
    return UsageTexts::tr("%1 of %Ln cluster(s) could not be loaded.", nullptr, all)
        .arg(localNumber(missing));
}

/// The clusters that export nothing, and why that is so.
QString exemptText(const buckets::BackupSchedules::Tally &tally)
{
    QStringList parts;
    if (tally.noBackup > 0)
        parts.append(UsageTexts::tr("%Ln without backup", nullptr, tally.noBackup));
    if (tally.free > 0)
        parts.append(UsageTexts::tr("%Ln free cluster(s)", nullptr, tally.free));
    if (tally.flex > 0)
        parts.append(UsageTexts::tr("%Ln flex cluster(s)", nullptr, tally.flex));
    if (tally.withoutBucket > 0)
        parts.append(UsageTexts::tr("%Ln with auto export on but without a bucket", nullptr,
                                    tally.withoutBucket));
    if (tally.gone > 0)
        parts.append(UsageTexts::tr("%Ln deleted since", nullptr, tally.gone));
    return parts.isEmpty() ? QString()
                           : UsageTexts::tr("Not exporting: %1.").arg(parts.join(u", "_s));
}

/// Of the clusters that use the bucket, those that export nothing all the same.
template<class Is>
int usersThat(const buckets::ProjectUsage &usage, atlas::BucketId bucket, Is is)
{
    const QList<buckets::BackupSchedules::Entry> &entries = usage.schedules().entries();
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [&](const auto &entry) {
        return entry.useOf(bucket) == atlas::BackupSchedule::Use::AutoExport && is(entry);
    }));
}

QString usersHeadline(int users, const buckets::BackupSchedules::Tally &tally)
{
    if (users > 0)
        return UsageTexts::tr("Used by %Ln cluster(s)", nullptr, users);
    if (tally.clusters == 0)
        return UsageTexts::tr("Not used: the project has no clusters");
    return tally.isComplete() ? UsageTexts::tr("No cluster exports to this bucket")
                              : UsageTexts::tr("No known cluster exports to this bucket");
}

UsageText readUsers(const buckets::ProjectUsage &usage, atlas::BucketId bucket)
{
    const buckets::BackupSchedules::Tally tally = usage.schedules().tally();
    const buckets::BucketUsage use = usage.of(bucket);
    QStringList parts = idleUsersTexts(usage, bucket);
    if (const int missing = tally.failed + tally.unread; missing > 0)
        parts.append(missingText(missing, tally.clusters));
    if (use.leftovers > 0)
        parts.append(leftoversText(use.leftovers));
    parts.append(exemptText(tally));
    parts.removeAll(QString());
    return {usersHeadline(use.clusters, tally), parts.join(u' '), !tally.isComplete()};
}

UsageText readingText(const buckets::BackupSchedules &schedules)
{
    const buckets::BackupSchedules::Tally tally = schedules.tally();
    if (tally.clusters == 0)
        return {UsageTexts::tr("Loading clusters…"), {}, false};
    return {
        UsageTexts::tr("Loading backup schedules: %1 of %Ln cluster(s)…", nullptr, tally.clusters)
            .arg(localNumber(tally.clusters - tally.unread)),
        {},
        false};
}

UsageText readJobs(const buckets::ProjectUsage &usage, atlas::BucketId bucket)
{
    const buckets::BucketUsage summary = usage.of(bucket);
    const QString missed = missingJobsText(usage);
    const bool isMissing = !missed.isEmpty();
    if (summary.latest.isEmpty()) {
        return {isMissing ? UsageTexts::tr("No known export jobs")
                          : UsageTexts::tr("No export jobs"),
                missed, isMissing};
    }
    return {buckets::stripText(summary.latest), missed, isMissing};
}

} // namespace

QString explainedError(const atlas::ApiError &error)
{
    return shortErrorName(error) + u". "_s + hintFor(error);
}

QString leftoversText(int leftovers)
{
    return UsageTexts::tr("%Ln backup schedule(s) with auto export off still name this bucket. "
                          "They do not use it, but to delete the bucket you may first have to "
                          "remove it from them.",
                          nullptr, leftovers);
}

QStringList idleUsersTexts(const buckets::ProjectUsage &usage, atlas::BucketId bucket)
{
    QStringList texts;
    const int never =
        usersThat(usage, bucket, [](const auto &entry) { return entry.schedule.neverExports(); });
    const int paused = usersThat(
        usage, bucket, [](const auto &entry) { return entry.details.paused.value_or(false); });
    if (never > 0) {
        texts.append(UsageTexts::tr("%Ln of them never export(s): the backup schedule takes no "
                                    "snapshots of the export frequency.",
                                    nullptr, never));
    }
    if (paused > 0)
        texts.append(
            UsageTexts::tr("%Ln of them export(s) nothing while paused.", nullptr, paused));
    return texts;
}

QString missingJobsText(const buckets::ProjectUsage &usage)
{
    const int missing = usage.jobs().missingClusters();
    if (missing == 0)
        return {};
    const QString text =
        UsageTexts::tr("The export jobs of %Ln cluster(s) could not be loaded.", nullptr, missing);
    const atlas::ApiError &error = usage.jobs().error();
    return shortErrorName(error).isEmpty() ? text : QString(text + u' ' + explainedError(error));
}

UsageText usersText(const buckets::ProjectUsage &usage, atlas::BucketId bucket)
{
    switch (usage.schedules().state()) {
    case SchedulesState::Unread: // It is about to be read, once the selection is still.
        return usage.wasStopped() ? UsageText{UsageTexts::tr("Not loaded"), {}, true}
                                  : readingText(usage.schedules());
    case SchedulesState::Reading:
        return readingText(usage.schedules());
    case SchedulesState::Failed:
        return {UsageTexts::tr("The clusters could not be loaded"),
                explainedError(usage.schedules().error()), true};
    case SchedulesState::Ready:
        return readUsers(usage, bucket);
    }
    Q_UNREACHABLE();
}

UsageText jobsText(const buckets::ProjectUsage &usage, atlas::BucketId bucket)
{
    switch (usage.jobs().state()) {
    case JobsState::Unread:
        return usersText(usage, bucket).isIncomplete
            ? UsageText{UsageTexts::tr("Not loaded"), {}, true}
            : UsageText{UsageTexts::tr("Loading export jobs…"), {}, false};
    case JobsState::Reading:
        return usage.of(bucket).latest.isEmpty()
            ? UsageText{UsageTexts::tr("Loading export jobs…"), {}, false}
            : readJobs(usage, bucket);
    case JobsState::Forbidden:
        return {UsageTexts::tr("This credential cannot view export jobs"),
                UsageTexts::tr("Requires the Project Backup Manager role. Atlas returned: %1")
                    .arg(base::shownText(usage.jobs().error().errorCode)),
                false};
    case JobsState::Ready:
        return readJobs(usage, bucket);
    }
    Q_UNREACHABLE();
}

} // namespace insight
