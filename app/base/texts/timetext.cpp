// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace base {

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(base::TimeText)
};

} // namespace

QString localTimeText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString zonedTimeText(const QDateTime &time)
{
    return localTimeText(time) + u' ' + time.toLocalTime().timeZoneAbbreviation();
}

QString localTimeWithSeconds(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString utcTimeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString timeToolTip(const QDateTime &time)
{
    const QString local =
        localTimeWithSeconds(time) + u' ' + time.toLocalTime().timeZoneAbbreviation();
    const QString utc = utcTimeText(time);
    return local == utc ? utc : QString(local + u" · "_s + utc);
}

QString longDateText(QDate date)
{
    static const QRegularExpression weekday(u",?\\s*dddd,?\\s*"_s);
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    return QLocale().toString(date, format.replace(weekday, u" "_s).trimmed());
}

QString longTimeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return TimeText::tr("%1, %2", "date, time")
        .arg(longDateText(local.date()), QLocale().toString(local.time(), QLocale::ShortFormat));
}

} // namespace base
