// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace atlas {

/// UTC, as the functions of QDateTime take it. Qt 6.5 has a light QTimeZone for it; before, a
/// QTimeZone made times slow and wrote them otherwise.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization Utc = QTimeZone::UTC;
#else
inline constexpr Qt::TimeSpec Utc = Qt::UTC;
#endif

} // namespace atlas
