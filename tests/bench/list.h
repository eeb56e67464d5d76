// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// What `bucketscope list` takes from its start to its end, against curl, and how much memory.
QList<Figure> listFigures(const Options &options);

} // namespace bench
