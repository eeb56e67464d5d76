// SPDX-License-Identifier: Apache-2.0
#include "net/signing/serviceaccountauthenticator.h"

#include "net/wire/redaction.h"

#include <utility>

namespace net {

namespace {

/// A token is asked for once more if the one in hand is refused; then the call gives up.
constexpr int MostRefusals = 2;

} // namespace

ServiceAccountAuthenticator::ServiceAccountAuthenticator(const accounts::Credential &account,
                                                         Transport &transport,
                                                         const RetryPolicy &retries,
                                                         std::chrono::milliseconds deadline,
                                                         QObject *parent)
    : Authenticator(parent), m_account(account),
      m_fetcher(account, transport, retries, deadline,
                [this](const atlas::Result<TokenAnswer> &token) { receive(token); }),
      m_tokens(account, transport, deadline)
{
    connect(&m_fetcher, &TokenFetcher::waitingChanged, this,
            [this] { m_line.tell(m_fetcher.waiting()); });
    connect(&m_fetcher, &TokenFetcher::refused, &m_tokens, &TokenKeeper::revoke);
    connect(&m_fetcher, &TokenFetcher::ended, this, &ServiceAccountAuthenticator::leaveIfThrough);
    connect(&m_tokens, &TokenKeeper::revoked, this, &ServiceAccountAuthenticator::leaveIfThrough);
}

std::optional<Authorization> ServiceAccountAuthenticator::authorize(const Signable &request,
                                                                    SigningWaiter waiter)
{
    if (m_tokens.canSign()) {
        if (m_tokens.isToBeRenewed())
            m_fetcher.fetch(TokenFetcher::Urgency::Background);
        return m_tokens.sign();
    }
    if (m_fetcher.waiting())
        waiter.delayed(m_fetcher.waiting());
    m_line.add(request, std::move(waiter));
    m_fetcher.fetch(TokenFetcher::Urgency::Urgent);
    return std::nullopt;
}

void ServiceAccountAuthenticator::withdraw(const QObject *context)
{
    if (m_line.isEmpty())
        return;
    m_line.remove(context);
    if (m_line.isEmpty())
        m_fetcher.stopRetrying();
}

void ServiceAccountAuthenticator::accepted(const Authorization &used)
{
    m_tokens.giveBack(used);
}

std::optional<atlas::ApiError> ServiceAccountAuthenticator::refused(const Authorization &used,
                                                                    const QByteArray &,
                                                                    const atlas::ApiError &answer,
                                                                    int attempt)
{
    const bool givesUp = attempt >= MostRefusals;
    if (!givesUp)
        m_tokens.discard(used);
    m_tokens.giveBack(used);
    return givesUp ? std::optional(answer) : std::nullopt;
}

void ServiceAccountAuthenticator::timedOut(const Authorization &used, const atlas::ApiError &)
{
    m_tokens.giveBack(used);
}

void ServiceAccountAuthenticator::abandoned(const Authorization &used)
{
    m_tokens.giveBack(used);
}

void ServiceAccountAuthenticator::setDeadline(std::chrono::milliseconds deadline)
{
    m_fetcher.setDeadline(deadline);
    m_tokens.setDeadline(deadline);
}

void ServiceAccountAuthenticator::redact(atlas::ApiError &error, const QByteArray &used) const
{
    Redaction redaction;
    redaction.addCredential(m_account);
    redaction.addAuthorization(used);
    m_tokens.addTo(redaction);
    redaction.apply(error);
}

void ServiceAccountAuthenticator::dropWaiters()
{
    m_line.clear();
    m_fetcher.stopRetrying();
}

void ServiceAccountAuthenticator::leave()
{
    m_isLeaving = true;
    m_tokens.discardAll();
    leaveIfThrough();
}

void ServiceAccountAuthenticator::receive(const atlas::Result<TokenAnswer> &token)
{
    if (!token) {
        m_line.fail(token.error());
        return;
    }
    m_tokens.take(*token);
    if (m_isLeaving) // Nobody waits any more.
        m_tokens.discardAll();
    while (const auto next = m_line.takeFirst())
        next->waiter.ready(m_tokens.sign());
}

void ServiceAccountAuthenticator::leaveIfThrough()
{
    if (!m_isLeaving || m_fetcher.isUnderWay() || m_tokens.isRevoking())
        return;
    m_isLeaving = false;
    Q_EMIT left();
}

} // namespace net
