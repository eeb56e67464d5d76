// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/pagecache.h"

#include "tests/atlassim/api/envelope.h"

#include <utility>

namespace atlassim {

namespace {

constexpr qsizetype MostBytes = 512 * 1024 * 1024;

size_t pageFingerprint(const PageRequest &page, const Listing &listing)
{
    size_t fingerprint = qHashMulti(0, listing.size, static_cast<int>(page.uncounted));
    for (qsizetype i = page.first(listing); i < page.end(listing); ++i)
        fingerprint = qHashMulti(fingerprint, listing.fingerprint(i));
    return fingerprint;
}

} // namespace

PageCache::PageCache() : m_entries(MostBytes) { }

QByteArray PageCache::body(const HttpRequest &request, QDate version, const PageRequest &page,
                           const Listing &listing)
{
    if (!listing.fingerprint)
        return listBody(request, pageJson(request, page, listing));

    const std::pair key(request.target, version);
    const size_t fingerprint = pageFingerprint(page, listing);
    if (const Entry *entry = m_entries.object(key); entry && entry->fingerprint == fingerprint)
        return entry->body;
    const QByteArray body = listBody(request, pageJson(request, page, listing));
    m_entries.insert(key, new Entry{fingerprint, body}, body.size());
    return body;
}

} // namespace atlassim
