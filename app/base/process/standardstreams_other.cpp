// SPDX-License-Identifier: Apache-2.0
#include "base/process/standardstreams.h"

namespace base {

void fillClosedStreams() { }

} // namespace base
