// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "buckets/rows/bucketrows.h"

#include <QHash>
#include <QString>

namespace buckets {

/// Numbers where containers of Azure are, in whatever form their service URLs say so: two buckets
/// of one name are the same container only in the same place.
class AzurePlaces
{
public:
    /// Of a bucket without a service URL.
    static constexpr quint32 Unknown = 0;

    /// The same number for the same place, however many rows and tables are asked for.
    quint32 placeOf(const BucketRows &rows, int row);
    /// What can be searched for in the service URLs of a place: the account's address or, where it
    /// cannot be told, the URL as it stands.
    QString urlOf(quint32 place) const { return m_urls.value(place); }

    /// Forgets where the texts of the rows are, which are about to change; not the numbers.
    void forgetTexts() { m_known.clear(); }

private:
    quint32 numberOf(const QString &place, const QString &url);

    /// By name and service URL, as TextPool::Index.
    QHash<quint64, quint32> m_known;
    QHash<QString, quint32> m_numbers;
    QHash<quint32, QString> m_urls;
};

} // namespace buckets
