// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ui {

class BucketPanel;
class InspectorPanel;
class ProjectPanel;
class StatusPanel;

/// Where the keyboard is in the window.
class WindowFocus
{
public:
    enum class Place { Projects, ProjectFilter, Buckets, BucketFilter, Elsewhere };
    enum class Direction { Forward, Backward };

    /// The panes, in the order in which goToPane() goes through them. All must outlive this.
    struct Panes
    {
        ProjectPanel &projects;
        BucketPanel &buckets;
        InspectorPanel &details;
        StatusPanel &status;
    };

    /// Has the table, or what stands in its place, get the focus that is lost anywhere in `window`.
    WindowFocus(QWidget &window, const Panes &panes);

    Place place() const;
    void goTo(Place place);
    /// Rows have come: the keyboard, which has waited in the list of projects, goes there. Where
    /// the user has put it, it stays.
    void goToRows();
    /// Goes to the next pane, or the previous one, that has something to go to; from none of them
    /// to the first, or the last.
    void goToPane(Direction direction);

private:
    QWidget *entryOf(qsizetype pane) const;

    QWidget &m_window;
    Panes m_panes;
};

} // namespace ui
