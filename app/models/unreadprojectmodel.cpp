// SPDX-License-Identifier: Apache-2.0
#include "models/unreadprojectmodel.h"

#include "base/texts/mixedlettersnote.h"
#include "base/texts/showntext.h"
#include "insight/advice/errorhint.h"
#include "insight/advice/errorline.h"
#include "models/roles.h"

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

int UnreadProjectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_projects.size());
}

int UnreadProjectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UnreadProjectModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const buckets::UnreadProject &project = m_projects[index.row()];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return base::shownText(text(project, column));
    case FullTextRole:
        return text(project, column);
    case Qt::ToolTipRole:
        return base::toolTipWithLetters(
            column == Column::Project ? project.project.toHex() : QString(), text(project, column));
    case Qt::AccessibleTextRole:
        return base::spokenWithLetters({}, text(project, column));
    default:
        return {};
    }
}

QVariant UnreadProjectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0
        || section >= ColumnCount)
        return {};
    switch (static_cast<Column>(section)) {
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

QString UnreadProjectModel::text(const buckets::UnreadProject &project, Column column) const
{
    const atlas::ApiError &error = project.error;
    switch (column) {
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
