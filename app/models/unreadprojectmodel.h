// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/inventory/projectreading.h"
#include "models/texttable.h"

#include <QHash>

namespace models {

/// The projects that an inventory could not read, each with its error.
class UnreadProjectModel final : public TextTable
{
    Q_OBJECT

public:
    enum class Column { Project, Status, ErrorCode, Detail, Hint };
    static constexpr int ColumnCount = 5;

    explicit UnreadProjectModel(QObject *parent = nullptr) : TextTable(ColumnCount, parent) { }

    /// Shows these; a name that is not in `names` is the ID instead.
    void setProjects(const QList<buckets::UnreadProject> &projects,
                     const QHash<atlas::ProjectId, QString> &names);

    /// `row` must be in [0, rowCount()).
    atlas::ProjectId projectAt(int row) const { return m_projects[row].project; }

private:
    int size() const override { return static_cast<int>(m_projects.size()); }
    QString titleOf(int column) const override;
    QString textOf(int row, int column) const override;
    QString toolTipOf(int row, int column) const override;

    QList<buckets::UnreadProject> m_projects;
    QHash<atlas::ProjectId, QString> m_names;
};

} // namespace models
