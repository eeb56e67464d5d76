// SPDX-License-Identifier: Apache-2.0
#include "buckets/jobs/joblist.h"

#include "atlas/values/utc.h"
#include "buckets/jobs/jobrest.h"

#include <QHash>

#include <limits>
#include <utility>
#include <vector>

namespace buckets {

namespace {

using atlas::ExportJob;

/// Before all times that Atlas tells.
constexpr qint64 NoTime = std::numeric_limits<qint64>::min();

qint64 packedTime(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() : NoTime;
}

std::optional<QDateTime> unpackedTime(qint64 milliseconds)
{
    return milliseconds == NoTime
        ? std::nullopt
        : std::optional(QDateTime::fromMSecsSinceEpoch(milliseconds, atlas::Utc));
}

/// Numbers values in the order in which they come.
template<class Key, class Value>
class Numbers
{
public:
    explicit Numbers(QList<Value> &values) : m_values(values) { }

    int of(const Key &key, const Value &value)
    {
        const auto known = m_numbers.constFind(key);
        if (known != m_numbers.cend())
            return *known;
        const int number = static_cast<int>(m_values.size());
        m_values.append(value);
        m_numbers.insert(key, number);
        return number;
    }

private:
    QList<Value> &m_values;
    QHash<Key, int> m_numbers;
};

} // namespace

struct JobList::Packed
{
    /// Numbers of what many jobs have alike; -1: none.
    struct Outline
    {
        atlas::ExportJobId id{};
        int bucket = -1;
        int state = -1;
        int reason = -1;
        /// Milliseconds since 1970, or NoTime.
        qint64 created = NoTime;
        qint64 finished = NoTime;
    };

    std::vector<Outline> outlines{};
    QList<atlas::BucketId> buckets{};
    QList<atlas::ExportJobState> states{};
    QList<ExportJob::StateReason> reasons{};
    /// All else, job by job.
    QByteArray rest{};
};

JobList::JobList(const QList<ExportJob> &jobs)
{
    if (jobs.isEmpty())
        return;
    const auto packed = std::make_shared<Packed>();
    Numbers<atlas::BucketId, atlas::BucketId> buckets(packed->buckets);
    Numbers<QString, atlas::ExportJobState> states(packed->states);
    Numbers<std::pair<QString, QString>, ExportJob::StateReason> reasons(packed->reasons);
    JobRestWriter rest;
    packed->outlines.reserve(static_cast<std::size_t>(jobs.size()));
    for (const ExportJob &job : jobs) {
        Packed::Outline outline{job.id};
        if (job.bucket)
            outline.bucket = buckets.of(*job.bucket, *job.bucket);
        outline.state = states.of(job.state.apiText(), job.state);
        if (job.reason)
            outline.reason = reasons.of({job.reason->errorCode, job.reason->message}, *job.reason);
        outline.created = packedTime(job.created);
        outline.finished = packedTime(job.finished);
        packed->outlines.push_back(outline);
        rest.add(job);
    }
    packed->rest = rest.bytes();
    packed->rest.squeeze();
    m_packed = packed;
}

qsizetype JobList::size() const
{
    return m_packed ? static_cast<qsizetype>(m_packed->outlines.size()) : 0;
}

ExportJob JobList::outline(qsizetype index) const
{
    const Packed::Outline &outline = m_packed->outlines[static_cast<std::size_t>(index)];
    ExportJob job;
    job.id = outline.id;
    if (outline.bucket >= 0)
        job.bucket = m_packed->buckets[outline.bucket];
    job.state = m_packed->states[outline.state];
    if (outline.reason >= 0)
        job.reason = m_packed->reasons[outline.reason];
    job.created = unpackedTime(outline.created);
    job.finished = unpackedTime(outline.finished);
    return job;
}

QList<ExportJob> JobList::outlines() const
{
    QList<ExportJob> outlines;
    outlines.reserve(size());
    for (qsizetype i = 0; i < size(); ++i)
        outlines.append(outline(i));
    return outlines;
}

QList<ExportJob> JobList::jobs() const
{
    QList<ExportJob> jobs = outlines();
    if (jobs.isEmpty())
        return jobs;
    JobRestReader rest(m_packed->rest);
    for (ExportJob &job : jobs)
        rest.fillIn(job);
    return jobs;
}

qsizetype JobList::memory() const
{
    if (!m_packed)
        return sizeof(*this);
    const auto outlines = static_cast<qsizetype>(m_packed->outlines.capacity());
    return qsizetype(sizeof(*this) + sizeof(Packed)) + outlines * qsizetype(sizeof(Packed::Outline))
        + m_packed->buckets.capacity() * qsizetype(sizeof(atlas::BucketId))
        + m_packed->states.capacity() * qsizetype(sizeof(atlas::ExportJobState))
        + m_packed->reasons.capacity() * qsizetype(sizeof(ExportJob::StateReason))
        + m_packed->rest.capacity();
}

} // namespace buckets
