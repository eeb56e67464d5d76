// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace browse {

class Inventory;
class ProjectList;

/// One row that stands for all projects, with the roles of ProjectListModel but no ID.
class AllProjectsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Both must outlive this.
    AllProjectsModel(const ProjectList &projects, const Inventory &inventory,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString summary() const;
    QString bucketCount() const;
    QString description() const;

    const ProjectList &m_projects;
    const Inventory &m_inventory;
};

} // namespace browse
