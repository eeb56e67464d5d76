// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/projectreading.h"

#include <QAbstractTableModel>
#include <QHash>

namespace models {

/// The projects that an inventory could not read, each with its error.
class UnreadProjectModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Project, Status, ErrorCode, Detail, Hint };
    static constexpr int ColumnCount = 5;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these; a name that is not in `names` is the ID instead.
    void setProjects(const QList<buckets::UnreadProject> &projects,
                     const QHash<atlas::ProjectId, QString> &names);

    /// `row` must be in [0, rowCount()).
    atlas::ProjectId projectAt(int row) const { return m_projects[row].project; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString text(const buckets::UnreadProject &project, Column column) const;

    QList<buckets::UnreadProject> m_projects;
    QHash<atlas::ProjectId, QString> m_names;
};

} // namespace models
