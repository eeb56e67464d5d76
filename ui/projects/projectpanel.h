// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "models/projectfiltermodel.h"
#include "ui/projects/projectlist.h"

#include <QConcatenateTablesProxyModel>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class Session;

namespace models {
class AllProjectsModel;
class ProjectListModel;
} // namespace models

namespace ui {

/// The projects on the left, with a filter, and a row for all of them on top.
class ProjectPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPanel(QWidget *parent = nullptr);
    ~ProjectPanel() override;

    /// Shows the projects of `session`; nullptr for none.
    void setSession(Session *session);
    /// Whether a row opens where the arrow keys come to rest. If not, Return or a click opens it.
    void setOpensOnRest(bool opens) { m_opensOnRest = opens; }
    /// Marks a project as the open one, without projectChosen().
    void setCurrentProject(atlas::ProjectId project);
    /// Marks the row for all as the open one, without allProjectsChosen().
    void setAllCurrent();
    /// The first project in the order on screen.
    std::optional<atlas::ProjectId> firstProject() const;
    void focusList();
    /// The list, for who moves the focus there.
    QWidget &list() const { return *m_list; }
    /// Whether the keyboard is in the list, and nothing has been done there yet.
    bool isListIdle() const { return m_list->hasFocus() && !m_wasUsed; }
    bool hasListFocus() const { return m_list->hasFocus(); }
    bool hasFilterFocus() const { return m_filter->hasFocus(); }
    void focusFilter() { m_filter->setFocus(Qt::OtherFocusReason); }
    QString filterText() const { return m_filter->text(); }
    void setFilterText(const QString &text) { m_filter->setText(text); }

Q_SIGNALS:
    /// The user wants to see this project.
    void projectChosen(atlas::ProjectId project);
    /// The user wants to see all projects at once.
    void allProjectsChosen();
    /// The user has chosen a row, perhaps that of what is open already. Comes last.
    void settled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void addRows();
    void removeRows();
    void noteMove();
    void chooseFirst();
    void chooseCurrent();
    void openRowOf(const QModelIndex &row);
    void chooseSelected();
    void unmarkOthers();
    QModelIndex openRow() const;
    void showCurrentProject();
    void showState();
    void fitState();
    QString keptText() const;
    QString stateText() const;

    QPointer<models::ProjectListModel> m_projects;
    models::ProjectFilterModel m_filtered;
    std::unique_ptr<models::AllProjectsModel> m_all;
    QConcatenateTablesProxyModel m_rows;
    bool m_isAllOpen = false;
    bool m_wasUsed = false;
    bool m_opensOnRest = true;
    std::optional<atlas::ProjectId> m_current;
    QLineEdit *m_filter;
    ProjectList *m_list;
    QLabel *m_state;
    /// Passing over projects with the arrow keys opens none of them.
    QTimer m_choice;
};

} // namespace ui
