// SPDX-License-Identifier: Apache-2.0
#include "models/usedbymodel.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "buckets/fields/clusterfields.h"
#include "buckets/usage/scheduletext.h"
#include "insight/advice/usagetext.h"
#include "models/roles.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

using UserColumn = UsedByModel::Column;
using UserEntry = buckets::BackupSchedules::Entry;

bool isLeftover(const UserEntry &entry)
{
    return entry.schedule.exportTo
        && entry.useOf(entry.schedule.exportTo->bucket) == atlas::BackupSchedule::Use::LeftOver;
}

bool isPaused(const UserEntry &entry)
{
    return entry.details.paused.value_or(false);
}

QString autoExportText(const UserEntry &entry)
{
    if (isLeftover(entry))
        return UsedByModel::tr("Off (still set)");
    if (entry.schedule.neverExports())
        return UsedByModel::tr("On, never exports");
    return isPaused(entry) ? UsedByModel::tr("On, cluster paused") : UsedByModel::tr("On");
}

QString autoExportToolTip(const UserEntry &entry)
{
    if (isLeftover(entry))
        return insight::leftoversText(1);
    if (entry.schedule.neverExports()) {
        return UsedByModel::tr("Auto export is on, but the schedule takes no snapshots of this "
                               "frequency, so nothing is ever exported.");
    }
    return isPaused(entry) ? UsedByModel::tr("Atlas takes no snapshots of a paused cluster, so "
                                             "nothing is exported.")
                           : QString();
}

/// What the list of clusters tells of one.
QString clusterToolTip(const atlas::Cluster &cluster)
{
    QStringList lines;
    if (const QString regions = buckets::regionsText(cluster); !regions.isEmpty())
        lines.append(UsedByModel::tr("Region: %1").arg(regions));
    if (cluster.type)
        lines.append(UsedByModel::tr("Type: %1").arg(*cluster.type));
    if (cluster.state)
        lines.append(UsedByModel::tr("State: %1").arg(*cluster.state));
    if (cluster.paused)
        lines.append(*cluster.paused ? UsedByModel::tr("Paused: yes")
                                     : UsedByModel::tr("Paused: no"));
    return base::shownText(lines.join(u" · "_s));
}

QString nextSnapshotToolTip(const UserEntry &entry)
{
    if (!entry.schedule.nextSnapshot)
        return {};
    return UsedByModel::tr("%1. This is the next snapshot of any kind, not the next export.")
        .arg(base::timeToolTip(*entry.schedule.nextSnapshot));
}

QString usedByText(const UserEntry &entry, UserColumn column)
{
    const atlas::BackupSchedule &schedule = entry.schedule;
    switch (column) {
    case UserColumn::Cluster:
        return entry.cluster.toString();
    case UserColumn::AutoExport:
        return autoExportText(entry);
    case UserColumn::Frequency:
        return buckets::frequencyLabel(schedule.exportTo->frequency);
    case UserColumn::NextSnapshot:
        return schedule.nextSnapshot ? base::localTimeText(*schedule.nextSnapshot)
                                     : base::nothingToShow();
    }
    Q_UNREACHABLE();
}

QString usedByToolTip(const UserEntry &entry, UserColumn column)
{
    switch (column) {
    case UserColumn::Cluster:
        return clusterToolTip(entry.details);
    case UserColumn::AutoExport:
        return autoExportToolTip(entry);
    case UserColumn::Frequency:
        return {};
    case UserColumn::NextSnapshot:
        return nextSnapshotToolTip(entry);
    }
    Q_UNREACHABLE();
}

bool haveSameClusters(const QList<UserEntry> &one, const QList<UserEntry> &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [](const UserEntry &a, const UserEntry &b) { return a.cluster == b.cluster; });
}

} // namespace

void UsedByModel::show(const buckets::ProjectUsage *usage, atlas::BucketId bucket)
{
    using ScheduleUse = atlas::BackupSchedule::Use;
    QList<Entry> entries;
    if (usage) {
        const QList<Entry> &all = usage->schedules().entries();
        std::copy_if(
            all.begin(), all.end(), std::back_inserter(entries),
            [bucket](const Entry &entry) { return entry.useOf(bucket) != ScheduleUse::None; });
    }
    setEntries(entries);
}

/// The selection survives if the clusters are those shown already.
void UsedByModel::setEntries(const QList<Entry> &entries)
{
    if (haveSameClusters(entries, m_entries)) {
        m_entries = entries;
        tellAllChanged();
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

QString UsedByModel::textOf(int row, int column) const
{
    return usedByText(m_entries[row], static_cast<Column>(column));
}

QString UsedByModel::toolTipOf(int row, int column) const
{
    return usedByToolTip(m_entries[row], static_cast<Column>(column));
}

QVariant UsedByModel::valueOf(int row, int column, int role) const
{
    switch (role) {
    case Qt::AccessibleDescriptionRole:
        return toolTipOf(row, column);
    case LeftoverRole:
        return isLeftover(m_entries[row]);
    case IdleRole:
        return m_entries[row].isIdle();
    default:
        return {};
    }
}

QString UsedByModel::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Cluster:
        return tr("Cluster");
    case Column::AutoExport:
        return tr("Auto export");
    case Column::Frequency:
        return tr("Frequency");
    case Column::NextSnapshot:
        return tr("Next snapshot");
    }
    Q_UNREACHABLE();
}

} // namespace models
