// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/objectid.h"
#include "atlas/values/pagerequest.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace share {

/// Where in this program a bucket is seen.
struct BucketPlace
{
    /// The saved profile to sign in with; empty for the environment's credential.
    QString profile;
    /// Whom it signs in to: a scheme, a host and perhaps a port.
    QUrl baseUrl;
    atlas::ProjectId project;
    atlas::BucketId bucket;
    /// The page that lists it; nothing while all pages are shown.
    std::optional<atlas::PageNumber> page;
    atlas::ItemsPerPage itemsPerPage;
};

/// The command, for a POSIX shell, that starts this program with a bucket on screen.
QString commandLineText(const BucketPlace &place);

} // namespace share
