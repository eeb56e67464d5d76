// SPDX-License-Identifier: Apache-2.0
#include "base/texts/timetext.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace base {

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
    return QLocale().toString(date, QLocale::LongFormat);
}

} // namespace base
