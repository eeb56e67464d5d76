// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace startup {

/// The part of `--help` about environment variables.
QString variablesHelp();

} // namespace startup
