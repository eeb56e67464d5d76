// SPDX-License-Identifier: Apache-2.0
#include "headless/timespec.h"

#include <QRegularExpression>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace headless {

namespace {

std::chrono::seconds unitNamed(QChar letter)
{
    using std::chrono::hours;
    switch (letter.unicode()) {
    case u'm':
        return std::chrono::minutes(1);
    case u'h':
        return hours(1);
    case u'd':
        return hours(24);
    default:
        return hours(24 * 7);
    }
}

} // namespace

std::optional<QDateTime> timeNamed(const QString &text, const QDateTime &now)
{
    static const QRegularExpression age(u"^(\\d{1,6})([mhdw])$"_s);
    if (const auto match = age.match(text); match.hasMatch())
        return now.addSecs(-match.captured(1).toLongLong()
                           * unitNamed(match.captured(2).front()).count());
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time.toUTC()) : std::nullopt;
}

} // namespace headless
