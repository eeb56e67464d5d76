// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace base {

/// Has the program `name`, in the folder of this one, go on in place of this one, with the same
/// arguments. Needs no application object. Where a process cannot become another program, runs it
/// to its end and returns its exit code. Nothing if there is no such program, or it cannot be run:
/// `problem` is the system's reason then.
std::optional<int> handOverTo(const QString &name, int argc, char **argv, QString &problem);

} // namespace base
