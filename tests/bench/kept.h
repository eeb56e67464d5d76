// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// How soon the window shows what was read the day before, and what is left of all projects in
/// memory when they are closed.
QList<Figure> keptFigures(const Options &options);

} // namespace bench
