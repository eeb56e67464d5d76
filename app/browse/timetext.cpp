// SPDX-License-Identifier: Apache-2.0
#include "browse/timetext.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace browse {

QString localTimeText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString localTimeWithSeconds(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString utcTimeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QString longDateText(QDate date)
{
    return QLocale().toString(date, QLocale::LongFormat);
}

} // namespace browse
