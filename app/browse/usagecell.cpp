// SPDX-License-Identifier: Apache-2.0
#include "browse/usagecell.h"

#include "browse/jobtext.h"
#include "browse/timetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using CellKind = BucketCellKind;

struct UsageCellText
{
    Q_DECLARE_TR_FUNCTIONS(browse::UsageCell)
};

UsageCell absentCell(const QString &toolTip)
{
    return {CellKind::Absent, u"—"_s, toolTip, {}, {}};
}

UsageCell pendingCell()
{
    return {CellKind::Pending, u"…"_s, {}, {}, {}};
}

UsageCell jobCell(const BucketUsage &use, bool isPartial)
{
    if (use.latest.isEmpty() && isPartial)
        return absentCell(UsageCellText::tr("The jobs of some clusters could not be read."));
    if (use.latest.isEmpty())
        return {CellKind::Absent, UsageCellText::tr("never"), {}, {}, {}};
    if (!use.lastExport)
        return {CellKind::Value, u"—"_s, stripText(use.latest), {}, use.latest};
    const QString day = use.lastExport->toLocalTime().date().toString(Qt::ISODate);
    return {CellKind::Value, day, localTimeText(*use.lastExport) + u". "_s + stripText(use.latest),
            *use.lastExport, use.latest};
}

} // namespace

UsageCell usedByCell(const ProjectUsage *usage, atlas::BucketId bucket)
{
    if (!usage)
        return absentCell({});
    switch (usage->schedules().state()) {
    case BackupSchedules::State::Unread:
        return absentCell({});
    case BackupSchedules::State::Reading:
        return pendingCell();
    case BackupSchedules::State::Failed:
        return absentCell(UsageCellText::tr("The clusters could not be read."));
    case BackupSchedules::State::Ready:
        break;
    }
    const BucketUsage use = usage->of(bucket);
    const QString count = QLocale().toString(use.clusters);
    if (use.isComplete)
        return {CellKind::Value, count, {}, use.clusters, {}};
    //: At least so many clusters; some could not be read.
    return {CellKind::Value,
            UsageCellText::tr("%1 or more").arg(count),
            UsageCellText::tr("Some clusters could not be read."),
            use.clusters,
            {}};
}

UsageCell lastExportCell(const ProjectUsage *usage, atlas::BucketId bucket)
{
    if (!usage)
        return absentCell({});
    switch (usage->jobs().state()) {
    case ExportJobs::State::Unread:
        return usage->isReading() ? pendingCell() : absentCell({});
    case ExportJobs::State::Reading: {
        const BucketUsage use = usage->of(bucket);
        return use.latest.isEmpty() ? pendingCell() : jobCell(use, true);
    }
    case ExportJobs::State::Forbidden:
        return absentCell(
            UsageCellText::tr("Seeing export jobs takes the role Project Backup Manager."));
    case ExportJobs::State::Ready:
        return jobCell(usage->of(bucket), usage->jobs().missingClusters() > 0);
    }
    Q_UNREACHABLE();
}

} // namespace browse
