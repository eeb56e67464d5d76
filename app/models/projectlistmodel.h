// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/reading/projectlist.h"

#include <QAbstractListModel>

namespace models {

/// The projects of a ProjectList, as a view shows them.
class ProjectListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using State = buckets::ProjectList::State;

    /// `projects` must outlive this.
    explicit ProjectListModel(const buckets::ProjectList &projects, QObject *parent = nullptr);

    /// What it shows.
    const buckets::ProjectList &projects() const { return m_projects; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Entry = buckets::ProjectList::Entry;

    static QString exemptionText(buckets::ProjectExemption exemption);
    QString summary(const Entry &entry) const;
    QString description(const Entry &entry) const;
    QString bucketCountText(const Entry &entry) const;

    const buckets::ProjectList &m_projects;
};

} // namespace models
