// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/usage/projectusage.h"
#include "models/texttable.h"

#include <QPointer>

namespace models {

/// The clusters whose backup schedules export to one bucket, or still name it: the model of the
/// `Used by` table.
class UsedByModel final : public TextTable
{
    Q_OBJECT

public:
    enum class Column { Cluster, AutoExport, Frequency, NextSnapshot };
    static constexpr int ColumnCount = 4;

    explicit UsedByModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows who uses `bucket`, as `usage` tells just now; nobody without one.
    void show(const buckets::ProjectUsage *usage, atlas::BucketId bucket);
    void clear() { setEntries({}); }

    /// What is known of the cluster in `row`.
    const buckets::BackupSchedules::Entry &entryAt(int row) const { return m_entries[row]; }

private:
    int size() const override { return static_cast<int>(m_entries.size()); }
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;
    QString toolTipOf(int row, int column) const override;
    QVariant valueOf(int row, int column, int role) const override;

    using Entry = buckets::BackupSchedules::Entry;

    void setEntries(const QList<Entry> &entries);

    QList<Entry> m_entries;
};

} // namespace models
