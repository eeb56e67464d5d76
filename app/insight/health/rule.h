// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "insight/health/facts.h"
#include "insight/health/finding.h"

#include <QFlags>
#include <QLatin1StringView>
#include <QList>

namespace insight {

class ProjectView;

/// What a rule goes by.
enum class Need : quint16 {
    Buckets = 1,
    Clusters = 2,
    Schedules = 4,
    Jobs = 8,
    Roles = 16,
    Regions = 32,
    Alerts = 64,
    Endpoints = 128,
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

/// One thing that can be wrong, and what finds it.
struct Rule
{
    FindingCode code = FindingCode::NotRead;
    /// The contract's word, e.g. `EXPORT_FAILED`: scripts rely on it.
    QLatin1StringView word{};
    /// The same, but where the rule weighs one case more than another.
    Severity worst = Severity::Warning;
    Severity mildest = Severity::Warning;
    Needs needs{};
    /// What is wrong, in a few words; to be translated in the context of Finding.
    const char *title = nullptr;
    /// Finds it in one project; nullptr of a rule that looks at all together.
    void (*find)(const Rule &rule, const ProjectView &project, QList<Finding> &found) = nullptr;
    /// Finds it in all projects; nullptr of a rule that looks at one alone.
    void (*findInAll)(const Rule &rule, const Facts &facts, QList<Finding> &found) = nullptr;

    /// One of this rule, without its words.
    Finding findingIn(const ProjectFacts &project, Severity severity) const
    {
        Finding finding;
        finding.code = code;
        finding.severity = severity;
        finding.project = project.project.id;
        finding.projectName = project.project.name;
        return finding;
    }
};

} // namespace insight
