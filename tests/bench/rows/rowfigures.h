// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// What many rows cost: typing in the filter, sorting, memory, and how that grows.
QList<Figure> rowFigures(const Options &options);

} // namespace bench
