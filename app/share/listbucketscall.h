// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/objectid.h"
#include "atlas/pagerequest.h"

#include <QString>
#include <QUrl>

namespace share {

/// The call for one page of a project's buckets, as it would be made outside of this program.
struct ListBucketsCall
{
    /// A scheme, a host and perhaps a port.
    QUrl baseUrl;
    atlas::ProjectId project;
    atlas::PageRequest page;
    /// The certificates to trust, in a PEM file; empty for the system's.
    QString caFile;
    /// The Atlas CLI's profile that signs in with the same credential; empty if none is known.
    QString atlasCliProfile{};

    /// The base URL as text: nothing but scheme, host and port.
    QString server() const
    {
        return baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath
                                | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }
};

} // namespace share
