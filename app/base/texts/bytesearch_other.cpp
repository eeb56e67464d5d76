// SPDX-License-Identifier: Apache-2.0
#include "base/texts/bytesearch.h"

namespace base {

const char *nextIn(const char *from, const char *end, QByteArrayView needle)
{
    const qsizetype place = QByteArrayView(from, end).indexOf(needle);
    return place < 0 ? nullptr : from + place;
}

} // namespace base
