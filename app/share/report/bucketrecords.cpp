// SPDX-License-Identifier: Apache-2.0
#include "share/report/bucketrecords.h"

#include "buckets/usage/bucketsinuse.h"

namespace share {

namespace {

using LastState = buckets::LastExport::State;
using WrittenState = share::BucketUse::LastExport;

WrittenState written(LastState state)
{
    switch (state) {
    case LastState::Never:
        return WrittenState::Never;
    case LastState::Worked:
        return WrittenState::Worked;
    case LastState::UnderWay:
        return WrittenState::UnderWay;
    case LastState::Cancelled:
        return WrittenState::Cancelled;
    case LastState::Failed:
        return WrittenState::Failed;
    case LastState::Unknown:
        return WrittenState::Unknown;
    }
    Q_UNREACHABLE();
}

share::BucketUse useOf(const buckets::ProjectUsage &usage, atlas::BucketId bucket,
                       const std::optional<buckets::LastExport> &last)
{
    share::BucketUse use;
    if (usage.isUsed(bucket)) {
        use.usedBy.emplace();
        for (const buckets::BackupSchedules::Entry &entry : usage.schedules().entries()) {
            if (entry.useOf(bucket) == atlas::BackupSchedule::Use::AutoExport)
                use.usedBy->append(entry.cluster.toString().toUtf8());
        }
    }
    if (last) {
        use.lastExport = written(last->state);
        if (last->worked)
            use.lastSuccess = last->worked->toUTC().toString(Qt::ISODate).toUtf8();
    }
    return use;
}

} // namespace

BucketRecords::BucketRecords(const buckets::BucketRows &rows, const buckets::BucketsInUse &use,
                             const std::vector<int> &picked)
    : BucketRecords(rows, picked)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const atlas::ProjectId project = m_rows.projectAt(row);
        const atlas::BucketId bucket = m_rows.idAt(row);
        if (const buckets::ProjectUsage *usage = use.usageOf(project))
            m_uses.emplace(row, useOf(*usage, bucket, use.lastExport(project, bucket)));
    }
}

share::BucketRecord BucketRecords::at(int row) const
{
    const auto use = m_uses.find(row);
    return {m_rows.viewOf(row),
            m_rows.projectAt(row),
            m_rows.texts().utf8(m_rows.projectNameIndex(row)),
            m_rows.idAt(row),
            m_rows.unknownFields(row),
            use == m_uses.end() ? nullptr : &use->second};
}

} // namespace share
