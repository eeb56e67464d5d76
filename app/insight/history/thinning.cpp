// SPDX-License-Identifier: Apache-2.0
#include "insight/history/thinning.h"

#include <QHash>

#include <algorithm>
#include <chrono>

namespace insight {

namespace {

using std::chrono::hours;

constexpr hours allKept{48};
constexpr qint64 DaysKept = 90;

/// The first day of what shares a place with a reading of that day.
QDate placeOf(const QDate &day, const QDate &today)
{
    return day.daysTo(today) <= DaysKept ? day : QDate(day.year(), day.month(), 1);
}

/// Whether `one` is rather kept than `other`.
bool isBetter(const ReadingInfo &one, const ReadingInfo &other)
{
    return one.isComplete != other.isComplete ? one.isComplete : one.id > other.id;
}

} // namespace

QList<qint64> readingsToForget(const QList<ReadingInfo> &readings, const QDateTime &now)
{
    const auto newest = std::max_element(readings.begin(), readings.end(),
                                         [](const auto &a, const auto &b) { return a.id < b.id; });
    QList<qint64> forgotten;
    QHash<QDate, ReadingInfo> kept;
    for (const ReadingInfo &reading : readings) {
        if (reading.id == newest->id
            || reading.at.addSecs(std::chrono::seconds(allKept).count()) >= now)
            continue;
        const QDate place = placeOf(reading.at.toUTC().date(), now.toUTC().date());
        const auto other = kept.constFind(place);
        if (other == kept.cend()) {
            kept.insert(place, reading);
            continue;
        }
        const bool isRatherKept = isBetter(reading, *other);
        forgotten.append(isRatherKept ? other->id : reading.id);
        if (isRatherKept)
            kept.insert(place, reading);
    }
    return forgotten;
}

} // namespace insight
