// SPDX-License-Identifier: Apache-2.0
#include "browse/usedbymodel.h"

#include "browse/showntext.h"
#include "browse/timetext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace browse {

namespace {

using UserColumn = UsedByModel::Column;
using UserEntry = BackupSchedules::Entry;

QString frequencyText(const atlas::ExportFrequency &frequency)
{
    switch (frequency.kind()) {
    case atlas::ExportFrequency::Kind::Monthly:
        return UsedByModel::tr("monthly");
    case atlas::ExportFrequency::Kind::Yearly:
        return UsedByModel::tr("yearly");
    case atlas::ExportFrequency::Kind::Unknown:
        return frequency.apiText().isEmpty() ? u"—"_s : frequency.apiText();
    }
    Q_UNREACHABLE();
}

QString usedByText(const UserEntry &entry, UserColumn column)
{
    const atlas::BackupSchedule &schedule = entry.schedule;
    switch (column) {
    case UserColumn::Cluster:
        return entry.cluster.toString();
    case UserColumn::AutoExport:
        return schedule.autoExportEnabled ? UsedByModel::tr("on")
                                          : UsedByModel::tr("off, left over");
    case UserColumn::Frequency:
        return frequencyText(schedule.exportTo->frequency);
    case UserColumn::NextSnapshot:
        return schedule.nextSnapshot ? localTimeText(*schedule.nextSnapshot) : u"—"_s;
    }
    Q_UNREACHABLE();
}

QString usedByToolTip(const UserEntry &entry, UserColumn column)
{
    if (column == UserColumn::NextSnapshot && entry.schedule.nextSnapshot)
        return utcTimeText(*entry.schedule.nextSnapshot);
    if (entry.schedule.autoExportEnabled)
        return {};
    return UsedByModel::tr("Automatic export is off, but the schedule still names this bucket: it "
                           "cannot be deleted until the export is taken out.");
}

bool haveSameClusters(const QList<UserEntry> &one, const QList<UserEntry> &other)
{
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [](const UserEntry &a, const UserEntry &b) { return a.cluster == b.cluster; });
}

} // namespace

void UsedByModel::show(const ProjectUsage *usage, atlas::BucketId bucket)
{
    QList<Entry> entries;
    if (usage) {
        const QList<Entry> &all = usage->schedules().entries();
        std::copy_if(all.begin(), all.end(), std::back_inserter(entries),
                     [bucket](const Entry &entry) { return entry.exportsTo(bucket); });
    }
    setEntries(entries);
}

/// The selection survives if the clusters are those shown already.
void UsedByModel::setEntries(const QList<Entry> &entries)
{
    if (haveSameClusters(entries, m_entries)) {
        m_entries = entries;
        if (!entries.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int UsedByModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int UsedByModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsedByModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Entry &entry = m_entries[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(usedByText(entry, column));
    case FullTextRole:
        return usedByText(entry, column);
    case Qt::ToolTipRole:
        return usedByToolTip(entry, column);
    case LeftoverRole:
        return !entry.schedule.autoExportEnabled;
    default:
        return {};
    }
}

QVariant UsedByModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
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

} // namespace browse
