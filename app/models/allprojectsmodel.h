// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace buckets {
class Inventory;
class ProjectList;
} // namespace buckets

namespace models {

/// One row that stands for all projects, with the roles of ProjectListModel but no ID.
class AllProjectsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Both must outlive this.
    AllProjectsModel(const buckets::ProjectList &projects, const buckets::Inventory &inventory,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString summary() const;
    QString bucketCount() const;
    QString description() const;

    const buckets::ProjectList &m_projects;
    const buckets::Inventory &m_inventory;
};

} // namespace models
