// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ui {

class BucketPanel;
class ProjectPanel;

/// Where the keyboard is in the window.
class WindowFocus
{
public:
    enum class Place { Projects, ProjectFilter, Buckets, BucketFilter, Elsewhere };

    /// Both must outlive this.
    WindowFocus(ProjectPanel &projects, BucketPanel &buckets)
        : m_projects(projects), m_buckets(buckets)
    { }

    Place place() const;
    void goTo(Place place);
    /// Rows have come: the keyboard, which has waited in the list of projects, goes there. Where
    /// the user has put it, it stays.
    void goToRows();

private:
    ProjectPanel &m_projects;
    BucketPanel &m_buckets;
};

} // namespace ui
