// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/calloptions.h"
#include "atlas/values/objectid.h"
#include "atlas/values/pagerequest.h"

#include <QString>
#include <QUrl>

#include <variant>

namespace share {

/// The call that tells of a page of a project's buckets, or of one of them, as it would be made
/// outside of this program.
struct BucketsCall
{
    /// A scheme, a host and perhaps a port.
    QUrl baseUrl;
    atlas::ProjectId project;
    /// What is asked for: a page, or one bucket by itself, whatever page lists it.
    std::variant<atlas::PageRequest, atlas::BucketId> subject;
    /// The certificates to trust, in a PEM file; empty for the system's.
    QString caFile;
    /// The Atlas CLI's profile that signs in with the same credential; empty if none is known.
    QString atlasCliProfile{};
    atlas::CallOptions options{};

    /// The page that is asked for; nullptr if it is a single bucket.
    const atlas::PageRequest *page() const { return std::get_if<atlas::PageRequest>(&subject); }
    /// The bucket that is asked for; nullptr if it is a page.
    const atlas::BucketId *single() const { return std::get_if<atlas::BucketId>(&subject); }

    /// The base URL as text: nothing but scheme, host and port.
    QString server() const
    {
        return baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath
                                | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }
};

} // namespace share
