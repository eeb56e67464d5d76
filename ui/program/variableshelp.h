// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ui {

/// The part of `--help` about environment variables.
QString variablesHelp();

} // namespace ui
