// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"
#include "browse/projectfiltermodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace browse {
class ProjectListModel;
}

namespace ui {

/// The projects on the left, with a filter.
class ProjectPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPanel(QWidget *parent = nullptr);

    /// Shows `projects`; nullptr for none.
    void setProjects(browse::ProjectListModel *projects);
    /// Marks a project as the open one, without projectChosen().
    void setCurrentProject(std::optional<atlas::ProjectId> project);
    /// The first project in the order on screen.
    std::optional<atlas::ProjectId> firstProject() const;
    void focusList();

Q_SIGNALS:
    /// The user wants to see this project.
    void projectChosen(atlas::ProjectId project);

private:
    void layOut();
    void chooseCurrent();
    void showCurrentProject();
    void showState();
    QString stateText() const;

    QPointer<browse::ProjectListModel> m_projects;
    browse::ProjectFilterModel m_filtered;
    std::optional<atlas::ProjectId> m_current;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_state;
    /// Passing over projects with the arrow keys opens none of them.
    QTimer m_choice;
};

} // namespace ui
