// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/finding.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace insight {

/// The findings of a check that goes on, project by project, and all of them in order. A value.
class FoundFindings
{
public:
    using ByProject = QHash<atlas::ProjectId, QList<Finding>>;

    FoundFindings() = default;
    /// Each list of `found` is sorted; `foundAcross` is what only all projects together show.
    FoundFindings(const ByProject &found, const ByProject &foundAcross);

    /// What a project shows by itself, sorted, in place of what it showed before.
    void set(atlas::ProjectId project, const QList<Finding> &findings);
    /// What only all projects together show, each finding told of its project.
    void setAcross(const QList<Finding> &findings);
    /// Other projects are gone, and what was found there.
    void keepOnly(const QSet<atlas::ProjectId> &projects);

    /// All of them, in the order of sortFindings(), as of the last gather().
    const QList<Finding> &all() const { return m_all; }
    void gather();

private:
    ByProject m_found;
    ByProject m_foundAcross;
    QList<Finding> m_all;
    bool m_isGathered = true;
};

} // namespace insight
