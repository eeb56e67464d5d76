// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "browse/projectlist.h"

#include <QAbstractListModel>

namespace browse {

/// The projects of a ProjectList, as a view shows them.
class ProjectListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using State = ProjectList::State;

    /// `projects` must outlive this.
    explicit ProjectListModel(const ProjectList &projects, QObject *parent = nullptr);

    /// What it shows.
    const ProjectList &projects() const { return m_projects; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Entry = ProjectList::Entry;

    static QString exemptionText(ProjectExemption exemption);
    QString summary(const Entry &entry) const;
    QString description(const Entry &entry) const;
    QString bucketCountText(const Entry &entry) const;

    const ProjectList &m_projects;
};

} // namespace browse
