// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>

namespace insight {

/// A kept reading, without what is in it.
struct ReadingInfo
{
    /// Greater than those of all that were kept before, whatever the clock says.
    qint64 id = 0;
    /// UTC.
    QDateTime at{};
    bool isComplete = false;

    friend bool operator==(const ReadingInfo &, const ReadingInfo &) = default;
};

/// Which of `readings` are not kept any longer at `now`: of the last 48 hours all are kept, of 90
/// days one a day, of what is older one a month; days and months in UTC. Of a day or a month the
/// last complete reading is kept or, without one, the last. The newest is always kept, and so is
/// what a clock that went wrong has put into the future.
QList<qint64> readingsToForget(const QList<ReadingInfo> &readings, const QDateTime &now);

} // namespace insight
