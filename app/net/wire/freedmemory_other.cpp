// SPDX-License-Identifier: Apache-2.0
#include "net/wire/freedmemory.h"

namespace net {

void overwriteFreedMemory() { }

} // namespace net
