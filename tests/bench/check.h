// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// What it takes to check the exports of all projects, against curl with the same calls, and how
/// many calls those are.
QList<Figure> checkFigures(const Options &options);

} // namespace bench
