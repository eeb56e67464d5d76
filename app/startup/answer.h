// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace startup {

// What a program answers about itself, on standard output.

/// That standard output cannot be written: a sentence. `reason` is the system's.
QString outputProblem(const QString &reason);

/// Prints `text`, in the encoding of the terminal. Why it cannot be written, as outputProblem();
/// nothing if it was.
std::optional<QString> printAnswer(const QString &text);

} // namespace startup
