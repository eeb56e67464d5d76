// SPDX-License-Identifier: Apache-2.0
#include "models/unreadprojectmodel.h"

#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"

using namespace Qt::Literals::StringLiterals;

namespace models {

void UnreadProjectModel::setProjects(const QList<buckets::UnreadProject> &projects,
                                     const QHash<atlas::ProjectId, QString> &names)
{
    beginResetModel();
    m_projects = projects;
    m_names = names;
    endResetModel();
}

QString UnreadProjectModel::toolTipOf(int row, int column) const
{
    return static_cast<Column>(column) == Column::Project ? projectAt(row).toHex() : QString();
}

QString UnreadProjectModel::titleOf(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Project:
        return tr("Project");
    case Column::Status:
        return tr("Status");
    case Column::ErrorCode:
        return tr("Error code");
    case Column::Detail:
        return tr("Detail");
    case Column::Hint:
        return tr("Hint");
    }
    Q_UNREACHABLE();
}

QString UnreadProjectModel::textOf(int row, int column) const
{
    const buckets::UnreadProject &project = m_projects[row];
    const atlas::ApiError &error = project.error;
    switch (static_cast<Column>(column)) {
    case Column::Project:
        return m_names.value(project.project, project.project.toHex());
    case Column::Status:
        return insight::errorStatus(error);
    case Column::ErrorCode:
        return insight::errorCode(error);
    case Column::Detail:
        return insight::fullErrorReason(error);
    case Column::Hint:
        return insight::hintFor(error);
    }
    Q_UNREACHABLE();
}

} // namespace models
