// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "insight/advice/notice.h"

namespace buckets {
class BucketPager;
class ProjectList;
} // namespace buckets

namespace net {
struct Deprecation;
}

namespace insight {

/// What is to be said of the page on screen; empty if all is well.
Notice pageNotice(const buckets::BucketPager &pager, const buckets::ProjectList &projects,
                  const net::Deprecation &deprecation);

/// Why the open page has no rows to show.
EmptyText emptyPageText(const buckets::BucketPager &pager, const buckets::ProjectList &projects);

/// That there are rows, but none matches the filter.
EmptyText noMatchOnPageText();

/// Of a bucket that was asked for by its ID: it is shown, but not among the rows.
Notice linkedElsewhereNotice();
/// The project has none of this ID.
Notice linkedMissingNotice(const QString &id);
/// It could not be read.
Notice linkedUnreadNotice(const QString &id, const atlas::ApiError &error);

} // namespace insight
