// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"
#include "tests/atlassim/api/page.h"
#include "tests/atlassim/http/httprequest.h"

#include <QCache>
#include <QDate>

#include <utility>

namespace atlassim {

/// Answers for pages of lists. Making JSON takes by far the most time of a large page, so such
/// pages are kept.
///
/// Nobody says when the world changes: tests write to it as they like. So what is kept is compared
/// with the items' fingerprints each time, which is cheap.
class PageCache
{
public:
    PageCache();

    QByteArray body(const HttpRequest &request, QDate version, const PageRequest &page,
                    const Listing &listing);

private:
    struct Entry
    {
        size_t fingerprint{0};
        QByteArray body{};
    };

    /// By target and version.
    QCache<std::pair<QByteArray, QDate>, Entry> m_entries;
};

} // namespace atlassim
