// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace share {

/// Why no file can be written at an absolute path, as far as that can be told without trying: what
/// is wrong and what to do, in translated sentences. Nothing if it may work.
std::optional<QString> exportTargetProblem(const QString &path);

/// A path for people to read: as their system writes it, and not longer than a line; of a long one,
/// the end.
QString shownExportPath(const QString &path);

} // namespace share
