// SPDX-License-Identifier: Apache-2.0
#include "models/projectlistmodel.h"

#include "base/texts/mixedlettersnote.h"
#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "models/roles.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace models {

ProjectListModel::ProjectListModel(const buckets::ProjectList &projects, QObject *parent)
    : QAbstractListModel(parent), m_projects(projects)
{
    connect(&projects, &buckets::ProjectList::rowsAboutToBeAdded, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&projects, &buckets::ProjectList::rowsAdded, this, [this] { endInsertRows(); });
    connect(&projects, &buckets::ProjectList::rowsAboutToBeRemoved, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&projects, &buckets::ProjectList::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(&projects, &buckets::ProjectList::rowChanged, this,
            [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
}

int ProjectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_projects.rowCount();
}

QVariant ProjectListModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Entry &entry = m_projects.entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return base::shownText(entry.project.name);
    case FullTextRole:
        return entry.project.name;
    case Qt::ToolTipRole:
        return base::toolTipWithLetters({}, entry.project.name);
    case Qt::AccessibleTextRole:
        return base::spokenWithLetters({}, entry.project.name);
    case IdRole:
        return entry.project.id.toHex();
    case SummaryRole:
        return summary(entry);
    case BucketCountRole:
        return bucketCountText(entry);
    case Qt::AccessibleDescriptionRole:
        return description(entry);
    default:
        return {};
    }
}

QString ProjectListModel::exemptionText(buckets::ProjectExemption exemption)
{
    switch (exemption) {
    case buckets::ProjectExemption::CloudManager:
        return tr("Cloud Manager project");
    case buckets::ProjectExemption::Unsupported:
        return tr("No snapshot exports");
    }
    Q_UNREACHABLE();
}

QString ProjectListModel::summary(const Entry &entry) const
{
    if (entry.unreadable && entry.exemption)
        return exemptionText(*entry.exemption);
    if (entry.unreadable) {
        return *entry.unreadable > 0 ? tr("Not read · %1").arg(*entry.unreadable) : tr("Not read");
    }
    if (!entry.project.clusterCount)
        return {};
    if (*entry.project.clusterCount == 0)
        return tr("No clusters");
    if (*entry.project.clusterCount < 0
        || *entry.project.clusterCount > std::numeric_limits<int>::max())
        return {};
    return tr("%Ln cluster(s)", nullptr, static_cast<int>(*entry.project.clusterCount));
}

/// What is seen beside the name, in words.
QString ProjectListModel::description(const Entry &entry) const
{
    if (entry.unreadable && *entry.unreadable > 0) {
        //: %1 is an HTTP status.
        return tr("not read, %1").arg(*entry.unreadable);
    }
    QString clusters = summary(entry);
    if (entry.unreadable || !entry.bucketCount)
        return clusters;
    const auto most = qint64{std::numeric_limits<int>::max()};
    const QString buckets =
        tr("%Ln export bucket(s)", nullptr, static_cast<int>(std::min(*entry.bucketCount, most)));
    //: How many export buckets and how many clusters a project has.
    return clusters.isEmpty() ? buckets : tr("%1, %2").arg(buckets, clusters);
}

QString ProjectListModel::bucketCountText(const Entry &entry) const
{
    if (entry.unreadable)
        return base::nothingToShow();
    return entry.bucketCount ? QLocale().toString(*entry.bucketCount) : QString();
}

} // namespace models
