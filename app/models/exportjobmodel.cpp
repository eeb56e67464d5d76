// SPDX-License-Identifier: Apache-2.0
#include "models/exportjobmodel.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "buckets/fields/destinationurl.h"
#include "buckets/usage/jobtext.h"
#include "models/roles.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace models {

namespace {

using JobColumn = ExportJobModel::Column;

QString timeText(const std::optional<QDateTime> &time)
{
    return time ? base::localTimeText(*time) : base::nothingToShow();
}

bool hasProgress(const atlas::ExportJob &job)
{
    return job.state.kind() == atlas::ExportJobState::Kind::InProgress && job.progress
        && job.progress->total > 0;
}

/// With how far it has come, while that changes.
QString jobStateText(const atlas::ExportJob &job)
{
    if (!hasProgress(job))
        return buckets::stateText(job.state);
    const double share = double(job.progress->exported) / double(job.progress->total);
    return ExportJobModel::tr("In progress, %1%")
        .arg(std::clamp(static_cast<int>(share * 100), 0, 100));
}

QString progressText(const atlas::ExportJob &job)
{
    if (!job.progress || job.progress->total <= 0)
        return {};
    const QLocale locale;
    return ExportJobModel::tr("%1 of %2 collections exported")
        .arg(locale.toString(job.progress->exported), locale.toString(job.progress->total));
}

QString jobReasonText(const atlas::ExportJob &job)
{
    if (!job.reason)
        return {};
    QStringList parts{job.reason->errorCode, job.reason->message};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

QString jobDurationText(const atlas::ExportJob &job)
{
    const auto duration = buckets::durationOf(job, QDateTime::currentDateTimeUtc());
    return duration ? buckets::durationText(*duration) : base::nothingToShow();
}

/// `shard-0 (66d1…), shard-1 (66d2…)`
QString componentsText(const atlas::ExportJob &job)
{
    QStringList texts;
    for (const atlas::ExportJob::Component &component : job.components) {
        texts.append(component.exportId.isEmpty()
                         ? component.replicaSet
                         : QString(component.replicaSet + u" ("_s + component.exportId + u')'));
    }
    return texts.join(u", "_s);
}

/// `reason: audit; ticket: OPS-1`
QString customDataText(const atlas::ExportJob &job)
{
    QStringList texts;
    for (const atlas::ExportJob::CustomData &data : job.customData)
        texts.append(data.key + u": "_s + data.value);
    return texts.join(u"; "_s);
}

QString doubtText(const atlas::ExportBucket &bucket)
{
    using Doubt = buckets::Destination::Doubt;
    switch (buckets::destinationOf(bucket, {}).doubt) {
    case Doubt::None:
        return {};
    case Doubt::OddName:
        return ExportJobModel::tr("The destination is unknown: the provider does not allow "
                                  "this bucket name.");
    case Doubt::NoServiceUrl:
        return ExportJobModel::tr("The destination is unknown: the bucket has no service URL.");
    case Doubt::OddServiceUrl:
        return ExportJobModel::tr("The destination is unknown: the service URL “%1” is not the "
                                  "address of a storage account or container.")
            .arg(base::shownText(bucket.text(atlas::BucketField::ServiceUrl).value_or(QString())));
    case Doubt::OtherContainer:
        return ExportJobModel::tr("The service URL “%1” does not contain the container “%2”. "
                                  "The URL is copied unchanged.")
            .arg(base::shownText(bucket.text(atlas::BucketField::ServiceUrl).value_or(QString())),
                 base::shownText(bucket.name()));
    case Doubt::UnknownProvider:
        return ExportJobModel::tr("The destination is unknown: Bucketscope does not support "
                                  "the provider “%1”.")
            .arg(base::shownText(bucket.provider().apiText()));
    }
    Q_UNREACHABLE();
}

QString jobCellText(const buckets::ClusterExportJob &entry, JobColumn column)
{
    const atlas::ExportJob &job = entry.job;
    switch (column) {
    case JobColumn::Cluster:
        return entry.cluster.toString();
    case JobColumn::State:
        return jobStateText(job);
    case JobColumn::Created:
        return timeText(job.created);
    case JobColumn::Finished:
        return timeText(job.finished);
    case JobColumn::Duration:
        return jobDurationText(job);
    case JobColumn::Prefix:
        return base::orNothing(job.prefix);
    case JobColumn::Reason:
        return base::orNothing(jobReasonText(job));
    case JobColumn::JobId:
        return job.id.toHex();
    case JobColumn::SnapshotId:
        return base::orNothing(job.snapshotId.value_or(QString()));
    }
    Q_UNREACHABLE();
}

QString stateToolTip(const atlas::ExportJob &job)
{
    QStringList lines{jobReasonText(job), progressText(job)};
    lines.removeAll(QString());
    return base::shownText(lines.join(u" · "_s));
}

QString jobToolTip(const buckets::ClusterExportJob &entry, JobColumn column)
{
    const auto utc = [](const std::optional<QDateTime> &time) {
        return time ? base::timeToolTip(*time) : QString();
    };
    if (column == JobColumn::State)
        return stateToolTip(entry.job);
    if (column == JobColumn::Created)
        return utc(entry.job.created);
    return column == JobColumn::Finished ? utc(entry.job.finished) : QString();
}

bool haveSameJobs(const QList<buckets::ClusterExportJob> &one,
                  const QList<buckets::ClusterExportJob> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const buckets::ClusterExportJob &a, const buckets::ClusterExportJob &b) {
                          return a.job.id == b.job.id;
                      });
}

} // namespace

/// The selection survives if the jobs are those shown already.
void ExportJobModel::setJobs(const atlas::ExportBucket &bucket,
                             const QList<buckets::ClusterExportJob> &jobs)
{
    const bool areSame = haveSameJobs(jobs, m_jobs);
    if (!areSame)
        beginResetModel();
    m_bucket = bucket;
    m_jobs = jobs;
    if (!areSame)
        endResetModel();
    else
        tellAllChanged();
}

std::optional<QDateTime> ExportJobModel::timeOf(int row, int column) const
{
    const atlas::ExportJob &job = m_jobs[row].job;
    if (column == static_cast<int>(Column::Created))
        return job.created;
    return column == static_cast<int>(Column::Finished) ? job.finished : std::nullopt;
}

QString ExportJobModel::textOf(int row, int column) const
{
    return jobCellText(m_jobs[row], static_cast<Column>(column));
}

QString ExportJobModel::toolTipOf(int row, int column) const
{
    return jobToolTip(m_jobs[row], static_cast<Column>(column));
}

QVariant ExportJobModel::valueOf(int row, int /*column*/, int role) const
{
    const atlas::ExportJob &job = m_jobs[row].job;
    switch (role) {
    case ToneRole:
        return static_cast<int>(buckets::toneOf(job.state));
    case DestinationRole:
        return buckets::destinationUrl(m_bucket, job.prefix);
    case DestinationDoubtRole:
        return doubtText(m_bucket);
    case ReasonRole:
        return jobReasonText(job);
    case ComponentsRole:
        return componentsText(job);
    case CustomDataRole:
        return customDataText(job);
    default:
        return {};
    }
}

QString ExportJobModel::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Cluster:
        return tr("Cluster");
    case Column::State:
        return tr("State");
    case Column::Created:
        return tr("Created");
    case Column::Finished:
        return tr("Finished");
    case Column::Duration:
        return tr("Duration");
    case Column::Prefix:
        return tr("Prefix");
    case Column::Reason:
        return tr("Reason");
    case Column::JobId:
        return tr("Job ID");
    case Column::SnapshotId:
        return tr("Snapshot ID");
    }
    Q_UNREACHABLE();
}

} // namespace models
