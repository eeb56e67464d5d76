// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace testsupport {

/// By how many of 255 shades a pixel may differ from the reference pictures, which Qt 6.4 has
/// painted. Later versions of Qt Svg smooth the edges of icons a little otherwise.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr int ShadesAllowed = 8;
#else
inline constexpr int ShadesAllowed = 0;
#endif

inline bool looksSame(QRgb left, QRgb right)
{
    const int shades =
        std::max({std::abs(qRed(left) - qRed(right)), std::abs(qGreen(left) - qGreen(right)),
                  std::abs(qBlue(left) - qBlue(right))});
    return shades <= ShadesAllowed;
}

/// In how many pixels pictures differ: in all of `left`, if they differ in size.
inline int pictureDifferences(const QImage &left, const QImage &right)
{
    if (left.size() != right.size())
        return left.width() * left.height();
    int count = 0;
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x)
            count += looksSame(left.pixel(x, y), right.pixel(x, y)) ? 0 : 1;
    }
    return count;
}

} // namespace testsupport
