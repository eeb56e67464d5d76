// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace packaging {

// What each shell is told of the command line: of `bucketscope`, and of `bucketscope-cli`, which
// knows the commands alone.

QString bashCompletion();
QString zshCompletion();
/// Fish looks for each program in a file of its own.
QString fishCompletion();
QString fishCompletionOfCommands();

} // namespace packaging
