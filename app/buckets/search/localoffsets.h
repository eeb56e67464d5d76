// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <vector>

namespace buckets {

/// How far this computer's clock is from UTC at times long past. Asking Qt takes a microsecond,
/// which is too long for a million rows; a few days have one answer, most often.
class LocalOffsets
{
public:
    /// Seconds to add to `time`, in seconds since 1970 in UTC.
    int at(quint32 time);

    /// Forgets what it knows if the computer's time zone is another by now. To be called now and
    /// then: it takes as long as a few rows.
    void noticeZone();

private:
    /// By span of a few days, in UTC.
    std::vector<int> m_offsets;
    QByteArray m_zone;
};

} // namespace buckets
