// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/pagerequest.h"

#include <QDateTime>
#include <QString>

#include <limits>
#include <optional>

namespace headless {

/// How long a whole run may take, in seconds: no more than a timer of Qt can count in milliseconds.
using TimeLimit =
    atlas::BoundedInt<struct TimeLimitTag, 1, std::numeric_limits<int>::max() / 1000, 1>;

/// The moment that `text` names: ISO 8601, or an age before `now`, such as `90m`, `36h`, `7d`,
/// `2w`. What names no zone is in this computer's. Nothing if it is neither.
std::optional<QDateTime> timeNamed(const QString &text, const QDateTime &now);

} // namespace headless
