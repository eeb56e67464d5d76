// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/exportbucket.h"

#include <QUrl>

#include <optional>

namespace buckets {

/// The page of the provider's console on which a bucket is found: the bucket itself on AWS and
/// Google Cloud, the list of storage accounts on Azure. Nothing if it cannot be told.
std::optional<QUrl> consoleLink(const atlas::ExportBucket &bucket);

/// Whether a link leads to a known provider, over HTTPS, and nowhere else. Only such a link may be
/// handed to a browser: parts of it come from the server.
bool mayOpen(const QUrl &link);

} // namespace buckets
