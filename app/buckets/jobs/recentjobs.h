// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/page.h"
#include "atlas/values/exportjob.h"

#include <QDateTime>

namespace buckets {

/// When a job was made. UTC.
inline QDateTime madeAt(const atlas::ExportJob &job)
{
    return job.created.value_or(job.id.createdAt());
}

/// How far a list of jobs has to be read for those of the last while. Atlas lists the newest first,
/// but does not promise to: a list in another order is read to its end.
class RecentJobs
{
public:
    /// Who asks whether exports work asks for those of so many days.
    static constexpr int Days = 400;

    /// All jobs are wanted.
    RecentJobs() = default;
    /// Those are wanted that were made at `since`, in UTC, or later.
    explicit RecentJobs(const QDateTime &since) : m_since(since) { }

    /// Whether only the recent ones are wanted.
    bool isBounded() const { return m_since.isValid(); }
    /// Another pass over the list begins.
    void startOver()
    {
        m_previous = {};
        m_isNewestFirst = true;
    }
    /// The next page of the list has come. Whether none that is wanted can be behind it.
    bool isEnough(const atlas::Page<atlas::ExportJob> &page)
    {
        for (const atlas::ExportJob &job : page.results) {
            const QDateTime made = madeAt(job);
            m_isNewestFirst = m_isNewestFirst && (!m_previous.isValid() || made <= m_previous);
            m_previous = made;
        }
        return isBounded() && m_isNewestFirst && m_previous.isValid() && m_previous < m_since;
    }

private:
    QDateTime m_since;
    /// When the last job that came was made.
    QDateTime m_previous;
    bool m_isNewestFirst = true;
};

} // namespace buckets
