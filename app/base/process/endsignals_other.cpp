// SPDX-License-Identifier: Apache-2.0
#include "base/process/endsignals.h"

namespace base {

struct EndSignals::Pipe
{
};

EndSignals::EndSignals() = default;

EndSignals::~EndSignals() = default;

void EndSignals::endBySignal() const { }

} // namespace base
