// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/texts/wordfilter.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <optional>

namespace models {

/// The projects of a ProjectListModel whose name or ID matches a filter text, by name.
class ProjectFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProjectFilterModel(QObject *parent = nullptr);

    /// Words, all of which must occur in name or ID. An empty text shows all projects.
    void setFilterText(const QString &text);
    /// The language has changed, and with it the order of letters.
    void sortAnew();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const QCollator &collator() const;

    base::WordFilter m_filter;
    /// Of the language that is spoken. Made when there are two projects to compare: it brings 2 MB
    /// of tables with it.
    mutable std::optional<QCollator> m_collator;
};

} // namespace models
