// SPDX-License-Identifier: Apache-2.0
#include "ui/buckets/unreadprojects.h"

#include "session/session.h"
#include "ui/accessibility/enabling.h"
#include "ui/accessibility/focusheirs.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/tables/celldelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <array>

namespace ui {

namespace {

/// In the order of UnreadProjectModel::Column.
constexpr std::array UnreadWidths{170, 60, 210, 260, 380};

} // namespace

UnreadProjects::UnreadProjects(QWidget *parent)
    : QWidget(parent), m_table(new TableView(tr("Projects not read"), this)),
      m_retry(makeFlatButton(this, tr("Retry selected"), LineIcon::Refresh,
                             Qt::ToolButtonTextBesideIcon)),
      m_retryAll(
          makeFlatButton(this, tr("Retry all"), LineIcon::Refresh, Qt::ToolButtonTextBesideIcon))
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setColumnWidths(UnreadWidths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme::Margin, theme::Gap, theme::Margin, theme::Gap);
    buttons->addStretch();
    buttons->addWidget(m_retry);
    buttons->addWidget(m_retryAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);

    setFocusHeirs(*this, {m_table});
    showWhetherAnyIsSelected();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UnreadProjects::showWhetherAnyIsSelected);
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            &UnreadProjects::showWhetherAnyIsSelected);
    connect(m_retry, &QToolButton::clicked, this, [this] { Q_EMIT retryRequested(selected()); });
    connect(m_retryAll, &QToolButton::clicked, this, [this] { Q_EMIT retryRequested(all()); });
}

void UnreadProjects::showWhetherAnyIsSelected()
{
    enableUnless(*m_retry, selected().isEmpty() ? tr("Select a project first.") : QString());
}

void UnreadProjects::show(Session &session)
{
    const QList<buckets::UnreadProject> projects = session.inventory().unreadProjects();
    QList<atlas::ProjectId> ids;
    QHash<atlas::ProjectId, QString> names;
    for (const buckets::UnreadProject &unread : projects) {
        ids.append(unread.project);
        if (const auto project = session.projects().project(unread.project))
            names.insert(unread.project, project->name);
    }
    if (ids == m_shown)
        return;
    m_shown = ids;
    m_model.setProjects(projects, names);
}

QList<atlas::ProjectId> UnreadProjects::selected() const
{
    QList<atlas::ProjectId> projects;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        projects.append(m_model.projectAt(row.row()));
    return projects;
}

QList<atlas::ProjectId> UnreadProjects::all() const
{
    QList<atlas::ProjectId> projects;
    for (int row = 0; row < m_model.rowCount(); ++row)
        projects.append(m_model.projectAt(row));
    return projects;
}

} // namespace ui
