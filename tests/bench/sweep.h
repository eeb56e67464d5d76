// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// What it takes to read all buckets of all projects, against curl, and how that grows.
QList<Figure> sweepFigures(const Options &options);

} // namespace bench
