// SPDX-License-Identifier: Apache-2.0
#include "models/allprojectsmodel.h"

#include "buckets/inventory/inventory.h"
#include "models/projectlistmodel.h"
#include "models/roles.h"

#include <QLocale>

namespace models {

AllProjectsModel::AllProjectsModel(const buckets::ProjectList &projects,
                                   const buckets::Inventory &inventory, QObject *parent)
    : QAbstractListModel(parent), m_projects(projects), m_inventory(inventory)
{
    const auto noteChange = [this] {
        Q_EMIT dataChanged(index(0), index(0));
    };
    connect(&m_projects, &buckets::ProjectList::stateChanged, this, noteChange);
    connect(&m_inventory, &buckets::Inventory::changed, this, noteChange);
}

int AllProjectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant AllProjectsModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    switch (role) {
    case Qt::DisplayRole:
        return tr("All projects");
    case IdRole:
        return QString();
    case SummaryRole:
        return summary();
    case BucketCountRole:
        return bucketCount();
    case Qt::AccessibleDescriptionRole:
        return description();
    default:
        return {};
    }
}

QString AllProjectsModel::summary() const
{
    const int count = m_projects.rowCount();
    if (m_projects.completeness().isWhole())
        return tr("%Ln project(s)", nullptr, count);
    //: At least so many projects: their list has not been read to its end.
    return count == 0 ? QString() : tr("%1+ projects").arg(QLocale().toString(count));
}

QString AllProjectsModel::description() const
{
    if (bucketCount().isEmpty())
        return summary();
    const QString buckets =
        tr("%Ln export bucket(s)", nullptr, m_inventory.allProjects().tally().buckets);
    //: How many export buckets and how many projects there are.
    return tr("%1, %2").arg(buckets, summary());
}

QString AllProjectsModel::bucketCount() const
{
    // Half of a sum would look like the whole.
    const buckets::Sweep &all = m_inventory.allProjects();
    return all.completeness().isWhole() ? QLocale().toString(all.tally().buckets) : QString();
}

} // namespace models
