// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace base {

/// Where `needle`, which is not empty, is next in [from, end); nullptr if it is not there. As fast
/// as the platform can: C libraries that have a search of their own are several times as fast as
/// QByteArrayMatcher.
const char *nextIn(const char *from, const char *end, QByteArrayView needle);

} // namespace base
