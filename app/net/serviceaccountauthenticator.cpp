// SPDX-License-Identifier: Apache-2.0
#include "net/serviceaccountauthenticator.h"

#include "atlas/decoding.h"
#include "net/reception.h"
#include "net/redaction.h"
#include "net/tokenanswer.h"
#include "net/transport.h"
#include "net/transporterror.h"

#include <QNetworkReply>
#include <QUrl>

#include <utility>

namespace net {

namespace {

/// A token is asked for once more if the one in hand is refused; then the call gives up.
constexpr int MostRefusals = 2;

/// Many times a token's answer, and not much of anything else.
constexpr qint64 LargestTokenAnswer = 1024 * 1024;

atlas::Result<QJsonObject> readBody(Answer answer)
{
    constexpr int FirstErrorStatus = 400;
    atlas::Result<QJsonObject> content = answer.status >= FirstErrorStatus
        ? tl::unexpected(atlas::tokenErrorFromAnswer(answer.status, answer.body))
        : atlas::readAnswer(answer.status, answer.body);
    accounts::wipe(answer.body);
    return content;
}

} // namespace

ServiceAccountAuthenticator::ServiceAccountAuthenticator(accounts::Credential account,
                                                         Transport &transport,
                                                         std::chrono::milliseconds deadline,
                                                         QObject *parent)
    : Authenticator(parent), m_account(std::move(account)), m_transport(transport),
      m_deadline(deadline)
{ }

ServiceAccountAuthenticator::~ServiceAccountAuthenticator()
{
    accounts::wipe(m_token);
}

void ServiceAccountAuthenticator::authorize(const QByteArray &, QObject *context, Ready ready)
{
    if (!hasToken()) {
        m_waiters.push_back({context, std::move(ready)});
        fetchToken();
        return;
    }
    if (m_renewal.hasExpired())
        fetchToken();
    ready(bearer());
}

void ServiceAccountAuthenticator::accepted(const Authorization &) { }

std::optional<atlas::ApiError> ServiceAccountAuthenticator::refused(const Authorization &used,
                                                                    const QByteArray &,
                                                                    const atlas::ApiError &answer,
                                                                    int attempt)
{
    if (attempt >= MostRefusals)
        return answer;
    if (used.generation == m_generation)
        accounts::wipe(m_token);
    return std::nullopt;
}

void ServiceAccountAuthenticator::abandoned(const Authorization &) { }

void ServiceAccountAuthenticator::leave()
{
    if (m_tokenCall)
        m_tokenCall->cancel();
    if (!hasToken()) {
        Q_EMIT left();
        return;
    }
    const QByteArray form = "token=" + QUrl::toPercentEncoding(QString::fromLatin1(m_token))
        + "&token_type_hint=access_token";
    accounts::wipe(m_token);
    QNetworkReply *reply =
        m_transport.post(Transport::OAuthCall::Revoke, basicAuthorization(), form);
    auto *reception = new Reception(
        reply, LargestTokenAnswer, [this](const auto &) { Q_EMIT left(); }, this);
    reception->setDeadline(m_deadline);
}

Authorization ServiceAccountAuthenticator::bearer() const
{
    return {"Bearer " + m_token, m_generation};
}

void ServiceAccountAuthenticator::fetchToken()
{
    if (m_tokenCall)
        return;
    QNetworkReply *reply = m_transport.post(Transport::OAuthCall::Token, basicAuthorization(),
                                            "grant_type=client_credentials");
    m_tokenCall = new Reception(
        reply, LargestTokenAnswer,
        [this, request = describeRequest("POST", reply->url())](auto answer) {
            readToken(std::move(answer), request);
        },
        this);
    m_tokenCall->setDeadline(m_deadline);
}

void ServiceAccountAuthenticator::readToken(atlas::Result<Answer> answer, const QString &request)
{
    m_tokenCall.clear();
    if (!answer && answer.error().kind == atlas::ApiError::Kind::TimedOut)
        m_transport.renewConnections();
    const auto token = std::move(answer).and_then(readBody).and_then(decodeTokenAnswer);
    if (token) {
        useToken(token->token, token->lifetime);
        return;
    }
    if (hasToken()) // A renewal failed; the old token serves until it expires.
        return;
    atlas::ApiError error = token.error();
    redact(error, basicAuthorization());
    error.request = request;
    serveWaiters(tl::unexpected(error));
}

void ServiceAccountAuthenticator::useToken(const QByteArray &token, std::chrono::seconds lifetime)
{
    accounts::wipe(m_token);
    m_token = token;
    ++m_generation;
    m_expiry.setRemainingTime(lifetime);
    m_renewal.setRemainingTime(std::chrono::milliseconds(lifetime) * 5 / 6);
    serveWaiters(bearer());
}

void ServiceAccountAuthenticator::serveWaiters(const atlas::Result<Authorization> &outcome)
{
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.ready(outcome);
    }
}

QByteArray ServiceAccountAuthenticator::basicAuthorization() const
{
    // RFC 6749, 2.3.1: ID and secret are form-encoded before they are joined.
    QByteArray plain = m_account.secret.bytes().toByteArray();
    QByteArray encoded = plain.toPercentEncoding();
    QByteArray pair = QUrl::toPercentEncoding(m_account.identity) + ':' + encoded;
    QByteArray header = "Basic " + pair.toBase64();
    for (QByteArray *copy : {&plain, &encoded, &pair})
        accounts::wipe(*copy);
    return header;
}

} // namespace net
