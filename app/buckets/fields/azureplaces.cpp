// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/azureplaces.h"

#include "buckets/fields/azureaddress.h"

namespace buckets {

quint32 AzurePlaces::placeOf(const BucketRows &rows, int row)
{
    const TextPool::Index name = rows.textIndex(row, atlas::BucketField::Name);
    const TextPool::Index serviceUrl = rows.textIndex(row, atlas::BucketField::ServiceUrl);
    if (serviceUrl == TextPool::None)
        return Unknown;
    const quint64 key = quint64(name) << 32 | serviceUrl;
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
        return *known;
    const QString url = rows.texts().text(serviceUrl);
    const QString place = azurePlace(url, rows.texts().text(name));
    const quint32 number = numberOf(place, place.startsWith(u'=') ? url : place);
    m_known.insert(key, number);
    return number;
}

quint32 AzurePlaces::numberOf(const QString &place, const QString &url)
{
    const auto known = m_numbers.constFind(place);
    if (known != m_numbers.constEnd())
        return *known;
    const auto number = static_cast<quint32>(m_numbers.size() + 1);
    m_numbers.insert(place, number);
    m_urls.insert(number, url);
    return number;
}

} // namespace buckets
