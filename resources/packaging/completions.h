// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace packaging {

// What each shell is told of the command line.

QString bashCompletion();
QString zshCompletion();
QString fishCompletion();

} // namespace packaging
