// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketrowsrequest.h"

#include "atlas/calls/bucketscan.h"
#include "atlas/calls/requests.h"
#include "buckets/rows/bucketstore.h"

namespace buckets {

namespace {

template<class Buckets>
atlas::Page<BucketRow> packed(BucketStore &store, atlas::ProjectId project,
                              const atlas::PageFrame &frame, const Buckets &buckets)
{
    atlas::Page<BucketRow> page{frame, {}};
    page.results.reserve(static_cast<qsizetype>(buckets.size()));
    for (const auto &bucket : buckets)
        page.results.append(store.packed(project, bucket));
    return page;
}

} // namespace

atlas::Request<atlas::Page<BucketRow>> listBucketRows(BucketStore &store, atlas::ProjectId project,
                                                      const atlas::PageRequest &page)
{
    const auto list = atlas::listExportBuckets(project, page);
    return {list.target,
            [&store, project, decode = list.decode](const QJsonObject &answer) {
                return decode(answer).map([&](const atlas::Page<atlas::ExportBucket> &buckets) {
                    return packed(store, project, buckets, buckets.results);
                });
            },
            [&store, project, page](const QByteArray &body) {
                const auto scan = atlas::BucketScan::of(body);
                if (!scan)
                    return std::optional<atlas::Page<BucketRow>>();
                auto rows = packed(store, project, scan->frame(), scan->buckets());
                rows.heed(page, rows.entryCount());
                return std::optional(std::move(rows));
            }};
}

} // namespace buckets
