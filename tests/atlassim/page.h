// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlassim/endpoint.h"
#include "atlassim/httprequest.h"

namespace atlassim {

/// Which part of a list is asked for.
struct PageRequest
{
    int itemsPerPage{100};
    int pageNum{1};
    bool includeCount{true};

    /// Values out of range are an error that names the parameter.
    static tl::expected<PageRequest, AtlasError> read(const HttpRequest &request);
};

/// The page in Atlas' shape: `links`, `results` and, if asked for, `totalCount`.
QJsonObject pageJson(const HttpRequest &request, const PageRequest &page, const Listing &listing);

} // namespace atlassim
