// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/sortedtitle.h"

#include <QCoreApplication>

namespace buckets {

namespace {

struct SortedTitle
{
    Q_DECLARE_TR_FUNCTIONS(SortedTitle)
};

} // namespace

QString sortedTitle(const QString &title, Qt::SortOrder order)
{
    return order == Qt::AscendingOrder
        //: The title of a column by which the rows are sorted
        ? SortedTitle::tr("%1, ascending").arg(title)
        //: The title of a column by which the rows are sorted
        : SortedTitle::tr("%1, descending").arg(title);
}

} // namespace buckets
