// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/api/oauthapi.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace atlassim {

namespace {

QString tokenPath()
{
    return QStringLiteral("/api/oauth/token");
}

QString revokePath()
{
    return QStringLiteral("/api/oauth/revoke");
}

HttpReply jsonReply(int status, const QJsonObject &json)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

HttpReply oauthError(int status, const QString &error, const QString &description)
{
    return jsonReply(
        status,
        {{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}});
}

HttpReply invalidClient()
{
    HttpReply reply = oauthError(401, QStringLiteral("invalid_client"),
                                 QStringLiteral("The client ID or the client secret is wrong."));
    reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"oauth\"");
    return reply;
}

HttpReply invalidRequest(const QString &description)
{
    return oauthError(400, QStringLiteral("invalid_request"), description);
}

QString formDecoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

QString formValue(const HttpRequest &request, const QByteArray &name)
{
    for (const QByteArray &pair : request.body.split('&')) {
        if (pair.startsWith(QByteArray(name + '=')))
            return formDecoded(pair.sliced(name.size() + 1));
    }
    return {};
}

bool isForm(const HttpRequest &request)
{
    return request.header("Content-Type").toLower().startsWith("application/x-www-form-urlencoded");
}

} // namespace

OAuthApi::OAuthApi(const World &world, const Options &options, TokenIssuer &tokens)
    : m_world(world), m_options(options), m_tokens(tokens)
{ }

bool OAuthApi::serves(const QString &path)
{
    return path == tokenPath() || path == revokePath();
}

HttpReply OAuthApi::answer(const HttpRequest &request)
{
    if (request.method != "POST")
        return {405, {{"Allow", "POST"}}, {}};
    const auto account = client(request);
    if (!account)
        return account.error();
    if (!isForm(request))
        return invalidRequest(QStringLiteral("The body must be form-URL-encoded."));
    return request.path == tokenPath() ? issue(request, **account) : revoke(request, **account);
}

tl::expected<const ServiceAccount *, HttpReply> OAuthApi::client(const HttpRequest &request) const
{
    const QByteArray authorization = request.header("Authorization");
    if (!authorization.toLower().startsWith("basic "))
        return tl::unexpected(invalidClient());
    const QByteArray pair =
        QByteArray::fromBase64(authorization.mid(authorization.indexOf(' ')).trimmed());
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0)
        return tl::unexpected(invalidClient());
    // RFC 6749, section 2.3.1: both are form-URL-encoded before they are joined.
    const ServiceAccount *account = m_world.serviceAccount(formDecoded(pair.first(colon)));
    if (!account || account->clientSecret != formDecoded(pair.sliced(colon + 1)))
        return tl::unexpected(invalidClient());
    return account;
}

HttpReply OAuthApi::issue(const HttpRequest &request, const ServiceAccount &account)
{
    if (formValue(request, "grant_type") != QLatin1String("client_credentials")) {
        return oauthError(400, QStringLiteral("unsupported_grant_type"),
                          QStringLiteral("The grant type must be client_credentials."));
    }
    const auto token = m_tokens.issue(account.clientId);
    if (!token) {
        return oauthError(403, QStringLiteral("access_denied"),
                          QStringLiteral("The service account has too many active tokens."));
    }
    return jsonReply(200,
                     {{QStringLiteral("access_token"), QString::fromLatin1(*token)},
                      {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                      {QStringLiteral("expires_in"), qint64(m_options.tokenLifetime.count())}});
}

HttpReply OAuthApi::revoke(const HttpRequest &request, const ServiceAccount &account)
{
    const QString token = formValue(request, "token");
    if (token.isEmpty())
        return invalidRequest(QStringLiteral("The token is missing."));
    m_tokens.revoke(account.clientId, token.toLatin1());
    return jsonReply(200, {});
}

} // namespace atlassim
