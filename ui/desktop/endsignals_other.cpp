// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/endsignals.h"

namespace ui {

struct EndSignals::Pipe
{
};

EndSignals::EndSignals() = default;

EndSignals::~EndSignals() = default;

void EndSignals::endBySignal() const { }

} // namespace ui
