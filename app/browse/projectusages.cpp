// SPDX-License-Identifier: Apache-2.0
#include "browse/projectusages.h"

#include <algorithm>
#include <utility>

namespace browse {

ProjectUsages::ProjectUsages(net::Client &client, const atlas::CallOptions &options,
                             QObject *parent)
    : QObject(parent), m_client(client), m_options(options)
{ }

ProjectUsage *ProjectUsages::of(atlas::ProjectId project)
{
    const auto known =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [project](const Entry &entry) { return entry.project == project; });
    if (known != m_entries.end()) {
        std::rotate(m_entries.begin(), known, known + 1);
        return m_entries.constFirst().usage;
    }
    auto *usage = new ProjectUsage(m_client, project, m_options, this);
    connect(usage, &ProjectUsage::failed, this, &ProjectUsages::failed);
    m_entries.prepend({project, usage});
    if (m_entries.size() > Capacity)
        m_entries.takeLast().usage->deleteLater();
    return usage;
}

void ProjectUsages::forget()
{
    for (const Entry &entry : std::as_const(m_entries))
        entry.usage->forget();
}

void ProjectUsages::setOptions(const atlas::CallOptions &options)
{
    m_options = options;
    for (const Entry &entry : std::as_const(m_entries))
        entry.usage->setOptions(options);
}

} // namespace browse
