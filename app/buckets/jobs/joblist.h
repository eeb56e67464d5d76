// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportjob.h"

#include <QList>

#include <memory>

namespace buckets {

/// Export jobs in little memory: thousands of clusters have hundreds each. They keep their order.
/// A value, shared by its copies; any thread.
class JobList
{
public:
    JobList() = default;
    /// Holds the same.
    JobList(const QList<atlas::ExportJob> &jobs);

    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }

    /// What tells how an export went: the job without its prefix, snapshot, progress, components
    /// and custom data. `index` must be in [0, size()).
    atlas::ExportJob outline(qsizetype index) const;
    /// All outlines.
    QList<atlas::ExportJob> outlines() const;
    /// All jobs as they were put in. Takes longer than outlines().
    QList<atlas::ExportJob> jobs() const;

    /// How many bytes it takes, about.
    qsizetype memory() const;

private:
    struct Packed;

    /// nullptr of none.
    std::shared_ptr<const Packed> m_packed;
};

} // namespace buckets
