// SPDX-License-Identifier: Apache-2.0
#include "browse/bucketfiltermodel.h"

#include "browse/showntext.h"

namespace browse {

void BucketFilterModel::setFilterText(const QString &text)
{
    m_filter = WordFilter(text);
    invalidateFilter();
}

bool BucketFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_filter.isEmpty())
        return true;
    QStringList texts;
    for (int column = 0; column < sourceModel()->columnCount(sourceParent); ++column)
        texts.append(fullText(sourceModel()->index(sourceRow, column, sourceParent)));
    return m_filter.matches(texts);
}

} // namespace browse
