// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace buckets {

/// Whether a bucket or container of any provider could have this name. Only such a name is put into
/// an address: another one might change what the address points to.
bool isPlainBucketName(const QString &name);

} // namespace buckets
