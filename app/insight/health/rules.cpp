// SPDX-License-Identifier: Apache-2.0
#include "insight/health/rules.h"

#include "insight/health/findingwords.h"

#include <algorithm>
#include <tuple>

namespace insight {

std::optional<FindingCode> findingCode(QStringView word)
{
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [word](const Rule &rule) { return word == rule.word; });
    return found == rules.end() ? std::nullopt : std::optional(found->code);
}

QLatin1StringView severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QLatin1StringView("critical");
    case Severity::Warning:
        return QLatin1StringView("warning");
    case Severity::Info:
        return QLatin1StringView("info");
    }
    Q_UNREACHABLE();
}

atlas::Wording titleOf(FindingCode code)
{
    return findingWords(ruleOf(code).title);
}

void sortFindings(QList<Finding> &findings)
{
    const auto isBefore = [](const Finding &one, const Finding &other) {
        if (one.severity != other.severity)
            return one.severity < other.severity;
        if (one.project != other.project) {
            const int names = one.projectName.compare(other.projectName, Qt::CaseInsensitive);
            return names != 0 ? names < 0 : one.project < other.project;
        }
        return std::tie(one.cluster, one.bucketName, one.bucket, one.code)
            < std::tie(other.cluster, other.bucketName, other.bucket, other.code);
    };
    std::stable_sort(findings.begin(), findings.end(), isBefore);
}

QList<Finding> findingsOf(const ProjectFacts &project, const QDateTime &now)
{
    const ProjectView view(project, now);
    QList<Finding> found;
    for (const Rule &rule : rules) {
        if (rule.find)
            rule.find(rule, view, found);
    }
    sortFindings(found);
    return found;
}

QList<Finding> findingsAcross(const Facts &facts)
{
    QList<Finding> found;
    for (const Rule &rule : rules) {
        if (rule.findInAll)
            rule.findInAll(rule, facts, found);
    }
    sortFindings(found);
    return found;
}

QList<Finding> findingsIn(const Facts &facts)
{
    QList<Finding> found = findingsAcross(facts);
    for (const ProjectFacts &project : facts.projects)
        found += findingsOf(project, facts.now);
    sortFindings(found);
    return found;
}

} // namespace insight
