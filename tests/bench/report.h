// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figure.h"
#include "tests/bench/machine.h"

#include <QList>

namespace bench {

/// The table for people, the machine below it.
QString tableOf(const QList<Figure> &figures, const Machine &machine);

/// The same for programs.
QByteArray jsonOf(const QList<Figure> &figures, const Machine &machine);

} // namespace bench
