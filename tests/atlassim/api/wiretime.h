// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace atlassim {

/// A time as Atlas writes it: UTC, to the second.
inline QString wireTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

} // namespace atlassim
