// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace atlassim {

/// What a page says of its list when no count was asked for. Which it is nobody documents.
enum class Uncounted {
    NextLink, ///< No `totalCount`, and a link to the next page if there is one.
    SelfLink, ///< No `totalCount`, and a link to the page itself alone.
    Zero, ///< A `totalCount` of 0 and a link to the page itself alone, as Atlas lists events.
};

} // namespace atlassim
