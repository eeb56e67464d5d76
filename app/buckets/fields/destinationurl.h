// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"

namespace buckets {

/// Where a prefix of a bucket is.
struct Destination
{
    /// What keeps it from being told for sure.
    enum class Doubt {
        None,
        /// The bucket's name is none that its provider allows.
        OddName,
        /// A bucket of Azure without a service URL.
        NoServiceUrl,
        /// The service URL is none of a storage account or a container.
        OddServiceUrl,
        /// The service URL names another container than the bucket.
        OtherContainer,
        UnknownProvider,
    };

    /// As destinationUrl() puts it.
    QString url;
    Doubt doubt = Doubt::None;
};

/// Where a prefix of a bucket is, and what is doubtful about it. With Doubt::OtherContainer, the
/// URL is the service URL as it stands; with any other doubt, there is none.
Destination destinationOf(const atlas::ExportBucket &bucket, const QString &prefix);

/// Where a prefix of a bucket is, as its provider's tools take it: `s3://…`, `gs://…`, or an
/// `https` URL of Azure, whose prefix is percent-encoded. An empty prefix stands for the bucket
/// itself. Empty if it cannot be told.
QString destinationUrl(const atlas::ExportBucket &bucket, const QString &prefix);

} // namespace buckets
