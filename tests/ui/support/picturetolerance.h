// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace testsupport {

/// By how many of 255 shades a pixel may differ from the reference pictures, which Qt 6.4 has
/// painted. Later versions of Qt Svg smooth the edges of icons a little otherwise.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr int ShadesAllowed = 8;
#else
inline constexpr int ShadesAllowed = 0;
#endif

} // namespace testsupport
