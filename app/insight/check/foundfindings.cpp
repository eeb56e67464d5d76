// SPDX-License-Identifier: Apache-2.0
#include "insight/check/foundfindings.h"

#include "insight/health/rules.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace insight {

FoundFindings::FoundFindings(const ByProject &found, const ByProject &foundAcross)
    : m_found(found), m_foundAcross(foundAcross), m_isGathered(false)
{ }

void FoundFindings::set(atlas::ProjectId project, const QList<Finding> &findings)
{
    m_found[project] = findings;
    m_isGathered = false;
}

void FoundFindings::setAcross(const QList<Finding> &findings)
{
    m_foundAcross.clear();
    for (const Finding &finding : findings)
        m_foundAcross[finding.project].append(finding);
    m_isGathered = false;
}

void FoundFindings::keepOnly(const QSet<atlas::ProjectId> &projects)
{
    m_found.removeIf([&projects](const auto &found) { return !projects.contains(found.key()); });
    m_isGathered = false;
}

/// sortFindings() of all of them would take too long for some thousands.
void FoundFindings::gather()
{
    if (std::exchange(m_isGathered, true))
        return;
    std::vector<QList<Finding>> projects;
    for (auto found = m_found.cbegin(); found != m_found.cend(); ++found) {
        QList<Finding> all = *found + m_foundAcross.value(found.key());
        if (all.isEmpty())
            continue;
        if (m_foundAcross.contains(found.key()))
            sortFindings(all);
        projects.push_back(std::move(all));
    }
    std::sort(projects.begin(), projects.end(), [](const auto &one, const auto &other) {
        const Finding &left = one.constFirst();
        const Finding &right = other.constFirst();
        const int names = left.projectName.compare(right.projectName, Qt::CaseInsensitive);
        return names != 0 ? names < 0 : left.project < right.project;
    });
    m_all.clear();
    for (const Severity severity : {Severity::Critical, Severity::Warning, Severity::Info}) {
        for (const QList<Finding> &found : projects) {
            std::copy_if(
                found.begin(), found.end(), std::back_inserter(m_all),
                [severity](const Finding &finding) { return finding.severity == severity; });
        }
    }
}

} // namespace insight
