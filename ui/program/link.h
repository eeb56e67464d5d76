// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"

#include <QString>

#include <optional>

namespace ui {

/// What a link to a place in the program names.
struct Link
{
    atlas::ProjectId project;
    /// One of the project's; nothing for the project itself.
    std::optional<atlas::BucketId> bucket;
};

/// Reads `bucketscope://project/ID`, or `bucketscope://project/ID/bucket/ID`. Web pages and other
/// programs make links: what differs in any way is nothing.
std::optional<Link> linkIn(const QString &text);

/// The text that linkIn() reads so.
QString textOf(const Link &link);

} // namespace ui
