// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <vector>

namespace browse {

/// How far this computer's clock is from UTC at times long past. Asking Qt takes a microsecond,
/// which is too long for a million rows; a few days have one answer, most often.
class LocalOffsets
{
public:
    /// Seconds to add to `time`, in seconds since 1970 in UTC.
    int at(quint32 time);

private:
    /// By span of a few days, in UTC.
    std::vector<int> m_offsets;
};

} // namespace browse
