// SPDX-License-Identifier: Apache-2.0
#include "buckets/reading/bucketrowsrequest.h"

#include "atlas/calls/bucketscan.h"
#include "atlas/calls/requests.h"
#include "buckets/rows/bucketstore.h"

namespace buckets {

atlas::Request<atlas::Page<BucketRow>> listBucketRows(BucketStore &store, atlas::ProjectId project,
                                                      const atlas::PageRequest &page)
{
    const auto list = atlas::listExportBuckets(project, page);
    return {list.target,
            [&store, project, decode = list.decode](const QJsonObject &answer) {
                return decode(answer).map([&](const atlas::Page<atlas::ExportBucket> &buckets) {
                    return atlas::Page<BucketRow>{buckets, store.packed(project, buckets.results)};
                });
            },
            [&store, project, page](const QByteArray &body) {
                const auto scan = atlas::BucketScan::of(body);
                if (!scan)
                    return std::optional<atlas::Page<BucketRow>>();
                atlas::Page<BucketRow> rows{scan->frame(), store.packed(project, scan->buckets())};
                rows.heed(page, rows.entryCount());
                return std::optional(std::move(rows));
            }};
}

} // namespace buckets
