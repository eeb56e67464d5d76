// SPDX-License-Identifier: Apache-2.0
#include "models/projectfiltermodel.h"

#include "base/texts/showntext.h"
#include "models/projectlistmodel.h"
#include "models/roles.h"

namespace models {

ProjectFilterModel::ProjectFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void ProjectFilterModel::setFilterText(const QString &text)
{
    m_filter = base::WordFilter(text);
    invalidateFilter();
}

void ProjectFilterModel::sortAnew()
{
    m_collator.reset();
    invalidate();
}

bool ProjectFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    return m_filter.matches({fullText(index), index.data(IdRole).toString()});
}

bool ProjectFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return collator().compare(fullText(left), fullText(right)) < 0;
}

const QCollator &ProjectFilterModel::collator() const
{
    if (!m_collator) {
        m_collator.emplace(QLocale().collation());
        m_collator->setNumericMode(true);
        m_collator->setCaseSensitivity(Qt::CaseInsensitive);
    }
    return *m_collator;
}

} // namespace models
