// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace buckets {
class BucketPager;
} // namespace buckets

namespace insight {

/// What is on screen of a project, and what loads: `1–100 of 2,508`, `101–200`, `No export
/// buckets`, `1–100 of 2,508 · loading page 7…`. `Loading…` while nothing is on screen, or nothing.
/// Of an earlier day, and not read since: `1–100 of 2,508 · loaded 3 hours ago`. With `shownRows`,
/// the rows that a filter lets through: `1 of 4 on this page`.
QString pageStatus(const buckets::BucketPager &pager, std::optional<int> shownRows = {});

} // namespace insight
