// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace base {

/// `Jul 2 · 5 months`: the day on which something began, in the time zone of this computer, and how
/// long ago that was at `now`; of what is older than a year, month and year.
QString dayAndAgeText(const QDateTime &since, const QDateTime &now);

/// `12 minutes ago`: how long before `now` something was. What lies ahead, since a clock was set
/// back, is `just now`.
QString agoText(const QDateTime &then, const QDateTime &now);

} // namespace base
