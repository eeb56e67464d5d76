// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/options.h"

#include <QList>

namespace bench {

/// From a click on `Next page` to its rows on screen, with a fast and with a slow server.
QList<Figure> pagingFigures(const Options &options);

} // namespace bench
