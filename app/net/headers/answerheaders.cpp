// SPDX-License-Identifier: Apache-2.0
#include "net/headers/answerheaders.h"

#include "atlas/values/utc.h"

#include <QLocale>
#include <QNetworkReply>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// What the rate limit's headers may say at most: more is a mistake.
constexpr qint64 MostRequests = 1'000'000;
/// Who asks for more asks to be left alone, however much more it is.
constexpr qint64 LongestRetryAfter = qint64(24) * 60 * 60;

/// Digits alone, of a number that is cut to `most`.
std::optional<qint64> numberIn(const QByteArray &header, qint64 most)
{
    const QByteArray digits = header.trimmed();
    const bool isNumber = !digits.isEmpty()
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return fits ? std::min(number, most) : most;
}

std::optional<int> countIn(const QByteArray &header)
{
    const auto count = numberIn(header, MostRequests + 1);
    return count && *count <= MostRequests ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

/// The preferred form of RFC 9110, 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`.
std::optional<QDateTime> httpDateIn(const QByteArray &header)
{
    constexpr qsizetype DateSize = 16;
    // As of nearly all answers.
    if (header.isEmpty())
        return std::nullopt;
    const QString text = QString::fromLatin1(header.trimmed());
    // Read as one, it would be a time of this computer's zone, which leaves out hours in spring.
    const QDateTime time(QLocale::c().toDate(text.left(DateSize), u"ddd, dd MMM yyyy"_s),
                         QLocale::c().toTime(text.mid(DateSize), u" hh:mm:ss 'GMT'"_s), atlas::Utc);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// RFC 9745 writes a moment as `@1659578233`; drafts before it, and Atlas, write an HTTP date.
std::optional<QDateTime> momentIn(const QByteArray &header)
{
    if (!header.startsWith('@'))
        return httpDateIn(header);
    bool ok = false;
    const qint64 seconds = header.sliced(1).trimmed().toLongLong(&ok);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(ok ? seconds : 0, atlas::Utc);
    // Far beyond all calendars there are numbers, but no times.
    return ok && time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

RateLimit rateLimitOf(const QNetworkReply &reply)
{
    return {countIn(reply.rawHeader("RateLimit-Limit")),
            countIn(reply.rawHeader("RateLimit-Remaining"))};
}

Deprecation deprecationOf(const QNetworkReply &reply)
{
    return {momentIn(reply.rawHeader("Deprecation")), httpDateIn(reply.rawHeader("Sunset"))};
}

std::optional<std::chrono::seconds> retryAfterOf(const QNetworkReply &reply, const QDateTime &now)
{
    const QByteArray header = reply.rawHeader("Retry-After");
    if (const auto seconds = numberIn(header, LongestRetryAfter))
        return std::chrono::seconds(*seconds);
    if (const auto time = httpDateIn(header))
        return std::chrono::seconds(std::clamp<qint64>(now.secsTo(*time), 0, LongestRetryAfter));
    return std::nullopt;
}

} // namespace net
