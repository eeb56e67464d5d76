// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace headless {

/// The moment that `text` names: ISO 8601, or an age before `now`, such as `90m`, `36h`, `7d`,
/// `2w`. What names no zone is in this computer's. Nothing if it is neither.
std::optional<QDateTime> timeNamed(const QString &text, const QDateTime &now);

} // namespace headless
