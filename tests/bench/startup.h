// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// From just before exec to the end of the first paint, and the memory at rest after it.
QList<Figure> startupFigures(const Options &options);

} // namespace bench
