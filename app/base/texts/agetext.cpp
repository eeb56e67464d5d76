// SPDX-License-Identifier: Apache-2.0
#include "base/texts/agetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace base {

namespace {

struct AgeText
{
    Q_DECLARE_TR_FUNCTIONS(base::AgeText)
};

constexpr qint64 SecondsOfMinute = 60;
constexpr qint64 SecondsOfHour = 60 * SecondsOfMinute;
constexpr qint64 SecondsOfDay = 24 * SecondsOfHour;
/// From here on, months say more than days.
constexpr qint64 MostDays = 60;
constexpr int MonthsOfYear = 12;
/// From here on, years say more than months.
constexpr int MostMonths = 24;

int wholeMonths(QDate from, QDate to)
{
    const int months = (to.year() - from.year()) * MonthsOfYear + to.month() - from.month();
    return to.day() < from.day() ? months - 1 : months;
}

QString dayText(QDate day, QDate today)
{
    const QString format = wholeMonths(day, today) < MonthsOfYear
        //: A day of the last year, as of QDate::toString(): 2 July
        ? AgeText::tr("MMM d")
        //: A month of long ago, as of QDate::toString(): July 2025
        : AgeText::tr("MMM yyyy");
    return QLocale().toString(day, format);
}

QString ageInDays(QDate from, QDate to)
{
    const qint64 days = from.daysTo(to);
    if (days <= 0)
        return AgeText::tr("today");
    if (days <= MostDays)
        return AgeText::tr("%Ln day(s)", "age", static_cast<int>(days));
    const int months = wholeMonths(from, to);
    return months < MostMonths ? AgeText::tr("%Ln month(s)", "age", months)
                               : AgeText::tr("%Ln year(s)", "age", months / MonthsOfYear);
}

} // namespace

QString dayAndAgeText(const QDateTime &since, const QDateTime &now)
{
    const QDate from = since.toLocalTime().date();
    const QDate to = now.toLocalTime().date();
    //: %1 is a day, %2 how long ago it was: 2 July · 5 months
    return AgeText::tr("%1 · %2").arg(dayText(from, to), ageInDays(from, to));
}

QString agoText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < SecondsOfMinute)
        return AgeText::tr("just now");
    if (seconds < SecondsOfHour)
        return AgeText::tr("%Ln minute(s) ago", nullptr,
                           static_cast<int>(seconds / SecondsOfMinute));
    if (seconds < SecondsOfDay)
        return AgeText::tr("%Ln hour(s) ago", nullptr, static_cast<int>(seconds / SecondsOfHour));
    const qint64 days = seconds / SecondsOfDay;
    if (days <= MostDays)
        return AgeText::tr("%Ln day(s) ago", nullptr, static_cast<int>(days));
    const int months = wholeMonths(then.toLocalTime().date(), now.toLocalTime().date());
    return months < MostMonths ? AgeText::tr("%Ln month(s) ago", nullptr, months)
                               : AgeText::tr("%Ln year(s) ago", nullptr, months / MonthsOfYear);
}

} // namespace base
