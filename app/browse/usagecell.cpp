// SPDX-License-Identifier: Apache-2.0
#include "browse/usagecell.h"

#include "atlas/nothingtoshow.h"
#include "browse/jobtext.h"
#include "browse/lastexporttext.h"
#include "browse/usagetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using CellKind = BucketCellKind;

struct UsageCellText
{
    Q_DECLARE_TR_FUNCTIONS(browse::UsageCell)
};

UsageCell unreadableCell(const QString &toolTip)
{
    return {CellKind::Absent, atlas::nothingToShow(), toolTip, {}, {}, false};
}

UsageCell pendingCell(const QString &toolTip)
{
    return {CellKind::Pending, u"…"_s, toolTip, {}, {}, false};
}

UsageCell unreadCell(const ProjectUsage *usage)
{
    if (usage && usage->wasStopped())
        return unreadableCell(UsageCellText::tr("Not loaded: loading was stopped."));
    return pendingCell(UsageCellText::tr(
        "Not loaded yet. To load the project’s clusters, select one of its buckets."));
}

/// What to show until, or because, the schedules are not known; nothing if they are.
std::optional<UsageCell> cellWithoutSchedules(const ProjectUsage *usage)
{
    if (!usage)
        return unreadCell(nullptr);
    switch (usage->schedules().state()) {
    case BackupSchedules::State::Unread:
        return unreadCell(usage);
    case BackupSchedules::State::Reading:
        return pendingCell(UsageCellText::tr("Loading clusters…"));
    case BackupSchedules::State::Failed:
        return unreadableCell(UsageCellText::tr("The clusters could not be loaded: %1")
                                  .arg(explainedError(usage->schedules().error())));
    case BackupSchedules::State::Ready:
        break;
    }
    return std::nullopt;
}

/// What to show until, or because, no jobs are known; nothing if some are.
std::optional<UsageCell> cellWithoutJobs(const ProjectUsage *usage, atlas::BucketId bucket)
{
    switch (usage ? usage->jobs().state() : ExportJobs::State::Unread) {
    case ExportJobs::State::Unread:
        if (auto cell = cellWithoutSchedules(usage))
            return cell;
        return usage->isReading() ? pendingCell(UsageCellText::tr("Loading export jobs…"))
                                  : unreadCell(usage);
    case ExportJobs::State::Reading:
        if (!usage->jobs().jobsTo(bucket).isEmpty())
            break;
        return pendingCell(UsageCellText::tr("Loading export jobs…"));
    case ExportJobs::State::Forbidden:
        return unreadableCell(
            UsageCellText::tr("Viewing export jobs requires the Project Backup Manager role."));
    case ExportJobs::State::Ready:
        if (usage->jobs().jobsTo(bucket).isEmpty() && !usage->knowsAllJobs())
            return unreadableCell(missingJobsText(*usage));
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

UsageCell usedByCell(const ProjectUsage *usage, atlas::BucketId bucket)
{
    if (auto cell = cellWithoutSchedules(usage))
        return *cell;
    const BucketUsage use = usage->of(bucket);
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

UsageCell lastExportCell(const ProjectUsage *usage, atlas::BucketId bucket)
{
    if (auto cell = cellWithoutJobs(usage, bucket))
        return *cell;
    const LastExport told = usage->lastExport(bucket);
    const bool isWhole = usage->knowsAllJobs();
    if (told.state == LastExport::State::Never)
        return {CellKind::Absent,
                lastExportText(told),
                UsageCellText::tr("No cluster with backup turned on has exported to this "
                                  "bucket."),
                {},
                {},
                false,
                spokenLastExport(told, 0)};
    QStringList toolTip{lastExportDetails(told)};
    const QList<atlas::ExportJobState> latest = usage->of(bucket).latest;
    toolTip.append(stripText(latest));
    if (!isWhole)
        toolTip.append(missingJobsText(*usage));
    toolTip.removeAll(QString());
    return {CellKind::Value,
            wholeOrPart(lastExportText(told), isWhole),
            toolTip.join(u'\n'),
            told.worked ? QVariant(*told.worked) : QVariant(),
            latest,
            told.state == LastExport::State::Failed,
            wholeOrPart(spokenLastExport(told, failuresIn(latest)), isWhole)};
}

} // namespace browse
