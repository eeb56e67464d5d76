// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/endpoint.h"
#include "tests/atlassim/api/uncounted.h"
#include "tests/atlassim/http/httprequest.h"

namespace atlassim {

/// Which part of a list is asked for.
struct PageRequest
{
    int itemsPerPage{100};
    int pageNum{1};
    bool includeCount{true};
    /// Not the client's to choose.
    Uncounted uncounted{Uncounted::NextLink};

    /// Values out of range are an error that names the parameter.
    static tl::expected<PageRequest, AtlasError> read(const HttpRequest &request);

    /// Index of the first item on the page, and of the one after the last.
    qsizetype first(const Listing &listing) const;
    qsizetype end(const Listing &listing) const;
};

/// The page in Atlas' shape: `links`, `results` and, if asked for, `totalCount`.
QJsonObject pageJson(const HttpRequest &request, const PageRequest &page, const Listing &listing);

} // namespace atlassim
