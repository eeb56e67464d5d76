// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfocus.h"

#include "ui/bucketpanel.h"
#include "ui/projectpanel.h"

namespace ui {

WindowFocus::Place WindowFocus::place() const
{
    if (m_projects.hasListFocus())
        return Place::Projects;
    if (m_projects.hasFilterFocus())
        return Place::ProjectFilter;
    if (m_buckets.hasFilterFocus())
        return Place::BucketFilter;
    return m_buckets.hasTableFocus() ? Place::Buckets : Place::Elsewhere;
}

void WindowFocus::goTo(Place place)
{
    switch (place) {
    case Place::ProjectFilter:
        m_projects.focusFilter();
        return;
    case Place::BucketFilter:
        m_buckets.focusFilter();
        return;
    case Place::Buckets:
    case Place::Elsewhere:
        if (m_buckets.hasRows()) {
            m_buckets.focusTable();
            return;
        }
        break;
    case Place::Projects:
        break;
    }
    m_projects.focusList();
}

void WindowFocus::goToRows()
{
    if (m_projects.isListIdle() && m_buckets.hasRows())
        m_buckets.focusTable();
}

} // namespace ui
