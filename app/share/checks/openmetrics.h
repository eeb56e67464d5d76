// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/checks/checkreport.h"

#include <QByteArray>

namespace share {

/// What a check has found as OpenMetrics 1.0, for monitors: what each family of samples tells is in
/// its HELP line, in English. Of what was not read there is no sample.
QByteArray openMetrics(const CheckReport &report);

} // namespace share
