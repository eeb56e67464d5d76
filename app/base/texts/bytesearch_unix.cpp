// SPDX-License-Identifier: Apache-2.0
#include "base/texts/bytesearch.h"

#include <cstring>

namespace base {

const char *nextIn(const char *from, const char *end, QByteArrayView needle)
{
    return static_cast<const char *>(memmem(from, static_cast<std::size_t>(end - from),
                                            needle.data(),
                                            static_cast<std::size_t>(needle.size())));
}

} // namespace base
