// SPDX-License-Identifier: Apache-2.0
#include "browse/usagetext.h"

#include "browse/errorhint.h"
#include "browse/jobtext.h"
#include "browse/showntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using SchedulesState = BackupSchedules::State;
using JobsState = ExportJobs::State;

struct UsageTexts
{
    Q_DECLARE_TR_FUNCTIONS(browse::UsageText)
};

QString localNumber(int value)
{
    return QLocale().toString(value);
}

QString explained(const atlas::ApiError &error)
{
    const QString what = error.errorCode.isEmpty() ? error.reason : error.errorCode;
    return shownText(what) + u". "_s + hintFor(error);
}

/// `3 of 41 clusters could not be read.`
QString missingText(int missing, int all)
{
    return UsageTexts::tr("%1 of %n cluster(s) could not be read.", nullptr, all)
        .arg(localNumber(missing));
}

/// The clusters that export nothing, and why that is so.
QString exemptText(const BackupSchedules::Tally &tally)
{
    QStringList parts;
    if (tally.noBackup > 0)
        parts.append(UsageTexts::tr("%n without backup", nullptr, tally.noBackup));
    if (tally.flex > 0)
        parts.append(UsageTexts::tr("%n flex cluster(s)", nullptr, tally.flex));
    if (tally.gone > 0)
        parts.append(UsageTexts::tr("%n gone meanwhile", nullptr, tally.gone));
    return parts.isEmpty() ? QString()
                           : UsageTexts::tr("Export nothing: %1.").arg(parts.join(u", "_s));
}

int leftoversIn(const QList<BackupSchedules::Entry> &entries, atlas::BucketId bucket)
{
    return static_cast<int>(
        std::count_if(entries.begin(), entries.end(), [bucket](const auto &entry) {
            return entry.exportsTo(bucket) && !entry.schedule.autoExportEnabled;
        }));
}

QString usersHeadline(int users, const BackupSchedules::Tally &tally)
{
    if (users > 0)
        return UsageTexts::tr("Used by %n cluster(s)", nullptr, users);
    if (tally.clusters == 0)
        return UsageTexts::tr("Not used: the project has no clusters");
    return tally.isComplete() ? UsageTexts::tr("No cluster exports to this bucket")
                              : UsageTexts::tr("No cluster is known to export to this bucket");
}

UsageText readUsers(const ProjectUsage &usage, atlas::BucketId bucket)
{
    const BackupSchedules::Tally tally = usage.schedules().tally();
    const int leftovers = leftoversIn(usage.schedules().entries(), bucket);
    QStringList parts;
    if (const int missing = tally.failed + tally.unread; missing > 0)
        parts.append(missingText(missing, tally.clusters));
    if (leftovers > 0)
        parts.append(
            UsageTexts::tr("%n left-over export(s) block deletion too.", nullptr, leftovers));
    parts.append(exemptText(tally));
    parts.removeAll(QString());
    return {usersHeadline(usage.of(bucket).clusters, tally), parts.join(u' '), !tally.isComplete()};
}

UsageText readingText(const BackupSchedules &schedules)
{
    const BackupSchedules::Tally tally = schedules.tally();
    if (tally.clusters == 0)
        return {UsageTexts::tr("Reading the clusters…"), {}, false};
    return {UsageTexts::tr("Reading the backup schedules: %1 of %n cluster(s)…", nullptr,
                           tally.clusters)
                .arg(localNumber(tally.clusters - tally.unread)),
            {},
            false};
}

UsageText readJobs(const ProjectUsage &usage, atlas::BucketId bucket)
{
    const BucketUsage summary = usage.of(bucket);
    const int missing = usage.jobs().missingClusters();
    const QString missed = missing > 0
        ? UsageTexts::tr("The jobs of %n cluster(s) could not be read.", nullptr, missing)
        : QString();
    if (summary.latest.isEmpty()) {
        return {missing > 0 ? UsageTexts::tr("No export jobs known")
                            : UsageTexts::tr("No export jobs"),
                missed, missing > 0};
    }
    return {stripText(summary.latest), missed, missing > 0};
}

} // namespace

UsageText usersText(const ProjectUsage &usage, atlas::BucketId bucket)
{
    switch (usage.schedules().state()) {
    case SchedulesState::Unread: // It is about to be read, once the selection is still.
        return usage.wasStopped() ? UsageText{UsageTexts::tr("Not read"), {}, true}
                                  : readingText(usage.schedules());
    case SchedulesState::Reading:
        return readingText(usage.schedules());
    case SchedulesState::Failed:
        return {UsageTexts::tr("The clusters could not be read"),
                explained(usage.schedules().error()), true};
    case SchedulesState::Ready:
        return readUsers(usage, bucket);
    }
    Q_UNREACHABLE();
}

UsageText jobsText(const ProjectUsage &usage, atlas::BucketId bucket)
{
    switch (usage.jobs().state()) {
    case JobsState::Unread:
        return usersText(usage, bucket).isIncomplete
            ? UsageText{UsageTexts::tr("Not read"), {}, true}
            : UsageText{UsageTexts::tr("Reading the export jobs…"), {}, false};
    case JobsState::Reading:
        return usage.of(bucket).latest.isEmpty()
            ? UsageText{UsageTexts::tr("Reading the export jobs…"), {}, false}
            : readJobs(usage, bucket);
    case JobsState::Forbidden:
        return {UsageTexts::tr("Export jobs cannot be seen with this credential"),
                UsageTexts::tr("That takes the role Project Backup Manager. Atlas says: %1")
                    .arg(shownText(usage.jobs().error().errorCode)),
                false};
    case JobsState::Ready:
        return readJobs(usage, bucket);
    }
    Q_UNREACHABLE();
}

} // namespace browse
