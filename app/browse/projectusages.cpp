// SPDX-License-Identifier: Apache-2.0
#include "browse/projectusages.h"

#include <utility>

namespace browse {

ProjectUsages::ProjectUsages(net::Client &client, const atlas::CallOptions &options,
                             QObject *parent)
    : QObject(parent), m_client(client), m_options(options)
{ }

ProjectUsage *ProjectUsages::of(atlas::ProjectId project)
{
    ProjectUsage *&usage = m_usages[project];
    if (!usage) {
        usage = new ProjectUsage(m_client, project, m_options, this);
        connect(usage, &ProjectUsage::failed, this, &ProjectUsages::failed);
    }
    return usage;
}

void ProjectUsages::forget()
{
    for (ProjectUsage *usage : std::as_const(m_usages))
        usage->forget();
}

void ProjectUsages::setOptions(const atlas::CallOptions &options)
{
    m_options = options;
    for (ProjectUsage *usage : std::as_const(m_usages))
        usage->setOptions(options);
}

} // namespace browse
