// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/usagecell.h"

#include "base/texts/nothingtoshow.h"
#include "buckets/usage/jobtext.h"
#include "buckets/usage/lastexporttext.h"
#include "insight/advice/usagetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

using CellKind = buckets::BucketCellKind;

struct UsageCellText
{
    Q_DECLARE_TR_FUNCTIONS(insight::UsageCell)
};

UsageCell unreadableCell(const QString &toolTip)
{
    return {CellKind::Absent, base::nothingToShow(), toolTip, {}, {}, false};
}

UsageCell pendingCell(const QString &toolTip)
{
    return {CellKind::Pending, u"…"_s, toolTip, {}, {}, false};
}

UsageCell unreadCell(const buckets::ProjectUsage *usage)
{
    if (usage && usage->wasStopped())
        return unreadableCell(UsageCellText::tr("Not loaded: loading was stopped."));
    return pendingCell(UsageCellText::tr(
        "Not loaded yet. To load the project’s clusters, select one of its buckets."));
}

/// What to show until, or because, the schedules are not known; nothing if they are.
std::optional<UsageCell> cellWithoutSchedules(const buckets::ProjectUsage *usage)
{
    if (!usage)
        return unreadCell(nullptr);
    switch (usage->schedules().state()) {
    case buckets::BackupSchedules::State::Unread:
        return unreadCell(usage);
    case buckets::BackupSchedules::State::Reading:
        return pendingCell(UsageCellText::tr("Loading clusters…"));
    case buckets::BackupSchedules::State::Failed:
        return unreadableCell(UsageCellText::tr("The clusters could not be loaded: %1")
                                  .arg(explainedError(usage->schedules().error())));
    case buckets::BackupSchedules::State::Ready:
        break;
    }
    return std::nullopt;
}

/// Older jobs were not asked for.
UsageCell noneOfLateCell()
{
    const QString text = buckets::standingText(buckets::ExportStanding::NoneOfLate);
    return {CellKind::Absent,
            text,
            UsageCellText::tr("Select the bucket to load older export jobs."),
            {},
            {},
            false,
            text};
}

/// Whether jobs that were not asked for can change nothing of what is told.
bool isWholeTale(const buckets::ProjectUsage &usage, const buckets::LastExport &told)
{
    const bool areAllWorked =
        std::all_of(told.failures.begin(), told.failures.end(),
                    [](const auto &failure) { return failure.worked.has_value(); });
    return usage.knowsAllJobs() || (usage.knowsRecentJobs() && told.worked && areAllWorked);
}

/// What to show until, or because, no jobs are known; nothing if some are.
std::optional<UsageCell> cellWithoutJobs(const buckets::ProjectUsage *usage, atlas::BucketId bucket)
{
    switch (usage ? usage->jobs().state() : buckets::ExportJobs::State::Unread) {
    case buckets::ExportJobs::State::Unread:
        if (auto cell = cellWithoutSchedules(usage))
            return cell;
        return usage->isReading() ? pendingCell(UsageCellText::tr("Loading export jobs…"))
                                  : unreadCell(usage);
    case buckets::ExportJobs::State::Reading:
        if (usage->jobs().hasJobsTo(bucket))
            break;
        return pendingCell(UsageCellText::tr("Loading export jobs…"));
    case buckets::ExportJobs::State::Forbidden:
        return unreadableCell(
            UsageCellText::tr("Viewing export jobs requires the Project Backup Manager role."));
    case buckets::ExportJobs::State::Ready:
        if (!usage->jobs().hasJobsTo(bucket) && !usage->knowsAllJobs()) {
            return usage->knowsRecentJobs() ? noneOfLateCell()
                                            : unreadableCell(missingJobsText(*usage));
        }
        break;
    }
    return std::nullopt;
}

/// The words for what is known, marked if there may be more.
QString wholeOrPart(const QString &text, bool isWhole)
{
    //: %1 is when an export last worked; the jobs of some clusters are not known.
    return isWhole ? text : UsageCellText::tr("%1 (incomplete)").arg(text);
}

int failuresIn(const QList<atlas::ExportJobState> &jobs)
{
    return static_cast<int>(std::count_if(jobs.begin(), jobs.end(), [](const auto &state) {
        return state.kind() == atlas::ExportJobState::Kind::Failed;
    }));
}

/// A bare number says nothing without the header above it. `text` is what is seen.
QString spokenUse(int clusters, const QString &text)
{
    const bool isBareNumber = text == QLocale().toString(clusters);
    if (!isBareNumber) {
        //: %1 is how many clusters use the bucket, e.g. “3 or more”.
        return UsageCellText::tr("used by %1").arg(text);
    }
    return clusters == 0 ? UsageCellText::tr("used by none")
                         : UsageCellText::tr("used by %Ln cluster(s)", nullptr, clusters);
}

} // namespace

UsageCell usedByCell(const buckets::ProjectUsage *usage, atlas::BucketId bucket)
{
    if (auto cell = cellWithoutSchedules(usage))
        return *cell;
    const buckets::BucketUsage use = usage->of(bucket);
    QString text = QLocale().toString(use.clusters);
    QStringList toolTip;
    if (!use.isComplete) {
        //: At least so many clusters; some could not be read.
        text = UsageCellText::tr("%1 or more").arg(text);
        toolTip.append(UsageCellText::tr("Some clusters could not be loaded."));
    }
    if (use.idle > 0) {
        //: %1 is how many clusters use the bucket; so many of them export nothing.
        text = UsageCellText::tr("%1 · %Ln not exporting", nullptr, use.idle).arg(text);
        toolTip += idleUsersTexts(*usage, bucket);
    }
    if (use.leftovers > 0) {
        //: %1 is how many clusters use the bucket; of the others, the export settings are left
        //: over.
        text = UsageCellText::tr("%1 · %Ln off (still set)", nullptr, use.leftovers).arg(text);
        toolTip.append(leftoversText(use.leftovers));
    }
    return {CellKind::Value,
            text,
            toolTip.join(u' '),
            use.clusters,
            {},
            false,
            spokenUse(use.clusters, text)};
}

UsageCell lastExportCell(const buckets::ProjectUsage *usage, atlas::BucketId bucket)
{
    if (auto cell = cellWithoutJobs(usage, bucket))
        return *cell;
    const buckets::LastExport told = usage->lastExport(bucket);
    const bool isWhole = isWholeTale(*usage, told);
    if (told.state == buckets::LastExport::State::Never)
        return {CellKind::Absent,
                buckets::lastExportText(told),
                UsageCellText::tr("No cluster with backup turned on has exported to this "
                                  "bucket."),
                {},
                {},
                false,
                buckets::spokenLastExport(told, 0)};
    QStringList toolTip{buckets::lastExportDetails(told)};
    const QList<atlas::ExportJobState> latest = usage->of(bucket).latest;
    toolTip.append(buckets::stripText(latest));
    if (!isWhole)
        toolTip.append(missingJobsText(*usage));
    toolTip.removeAll(QString());
    return {CellKind::Value,
            wholeOrPart(buckets::lastExportText(told), isWhole),
            toolTip.join(u'\n'),
            told.worked ? QVariant(*told.worked) : QVariant(),
            latest,
            told.state == buckets::LastExport::State::Failed,
            wholeOrPart(buckets::spokenLastExport(told, failuresIn(latest)), isWhole),
            wholeOrPart(buckets::lastExportText(told, QDateTime::currentDateTimeUtc()), isWhole)};
}

} // namespace insight
