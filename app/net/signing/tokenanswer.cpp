// SPDX-License-Identifier: Apache-2.0
#include "net/signing/tokenanswer.h"

#include "accounts/secrets/secret.h"
#include "atlas/calls/jsonreader.h"
#include "atlas/errors/apierror.h"
#include "atlas/errors/httpstatus.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// Atlas says an hour. With a much larger number the clock's arithmetic would overflow; a token
/// that lives on is renewed too early, which costs one call a day.
constexpr qint64 longestLifetime = qint64(24) * 60 * 60;

/// Atlas's have about a thousand characters; servers refuse headers beyond 8 to 64 KiB.
constexpr qsizetype LongestToken = 16 * 1024;

/// Fit for a header.
bool isToken(const QString &text)
{
    return !text.isEmpty() && text.size() <= LongestToken
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

atlas::Wording expected(const char *text)
{
    return {"net::ServiceAccountAuthenticator", text};
}

} // namespace

atlas::Result<TokenAnswer> decodeTokenAnswer(const QJsonObject &answer)
{
    atlas::JsonReader reader(answer);
    QString token = reader.requiredString(u"access_token"_s);
    const auto lifetime = reader.integer(u"expires_in"_s);
    if (!lifetime || *lifetime <= 0)
        reader.fail(u"expires_in"_s,
                    expected(QT_TRANSLATE_NOOP("net::ServiceAccountAuthenticator",
                                               "not a number of seconds")));
    if (!isToken(token))
        reader.fail(u"access_token"_s,
                    expected(QT_TRANSLATE_NOOP("net::ServiceAccountAuthenticator", "not a token")));
    // RFC 6749, 7.1: a token of a type that one does not know must not be used.
    const QString type = reader.string(u"token_type"_s).value_or(u"Bearer"_s);
    if (type.compare("Bearer"_L1, Qt::CaseInsensitive) != 0)
        reader.fail(u"token_type"_s,
                    expected(QT_TRANSLATE_NOOP("net::ServiceAccountAuthenticator", "not Bearer")));
    if (reader.failed())
        return tl::unexpected(atlas::malformedAnswer(atlas::httpstatus::Ok, reader.problem()));
    const TokenAnswer decoded{token.toLatin1(),
                              std::chrono::seconds(std::min(*lifetime, longestLifetime))};
    accounts::wipe(token);
    return decoded;
}

QByteArray refusedToken(const QJsonObject &answer)
{
    QString token = answer.value("access_token"_L1).toString();
    QByteArray refused = isToken(token) ? token.toLatin1() : QByteArray();
    accounts::wipe(token);
    return refused;
}

} // namespace net
