// SPDX-License-Identifier: Apache-2.0
#include "net/digestauthenticator.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace net {

namespace {

/// How often one call may be refused before it gives up, although its key works elsewhere.
constexpr int MostAttempts = 3;

QByteArray makeClientNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

DigestAuthenticator::DigestAuthenticator(accounts::Credential key, QObject *parent)
    : Authenticator(parent), m_key(std::move(key))
{ }

void DigestAuthenticator::authorize(const QByteArray &uri, QObject *context, Ready ready)
{
    if (isProven()) {
        ready(sign(uri));
        return;
    }
    m_waiters.push_back({uri, context, std::move(ready)});
    serveWaiters();
}

void DigestAuthenticator::accepted(const Authorization &used)
{
    if (isProven() || !isCurrent(used))
        return;
    m_proven = m_challenge.has_value();
    endTrial();
}

std::optional<atlas::ApiError> DigestAuthenticator::refused(const Authorization &used,
                                                            const QByteArray &challenges,
                                                            const atlas::ApiError &answer,
                                                            int attempt)
{
    if (!isCurrent(used)) // Another call has renewed the nonce meanwhile.
        return attempt < MostAttempts ? std::nullopt : std::optional(answer);

    const bool mayBeStale = isProven() && attempt < MostAttempts;
    const bool wasUnsigned = used.generation == 0;
    std::optional<atlas::ApiError> error = answer;
    if (mayBeStale || wasUnsigned)
        error = adoptChallenge(challenges);
    if (error) {
        m_challenge.reset();
        m_proven = false;
        m_trialRunning = false;
        failWaiters(*error);
        return error;
    }
    m_trialRunning = false;
    return std::nullopt;
}

void DigestAuthenticator::abandoned(const Authorization &used)
{
    if (!isProven() && isCurrent(used))
        endTrial();
}

void DigestAuthenticator::leave()
{
    Q_EMIT left();
}

Authorization DigestAuthenticator::sign(const QByteArray &uri)
{
    const QByteArray name = m_key.identity.toUtf8();
    const DigestUser user{name, m_key.secret.bytes()};
    return {digestAuthorization(*m_challenge, user, {uri, ++m_nonceCount, makeClientNonce()}),
            m_generation};
}

std::optional<atlas::ApiError> DigestAuthenticator::adoptChallenge(const QByteArray &challenges)
{
    m_challenge = DigestChallenge::fromHeader(challenges);
    if (!m_challenge) {
        atlas::ApiError error;
        error.kind = atlas::ApiError::Kind::Refused;
        error.status = 401;
        error.reason = tr("Cannot sign in");
        error.detail = challenges.isEmpty()
            ? tr("The server asks for no HTTP Digest sign-in, which API keys need.")
            : tr("The server asks for a sign-in that is not HTTP Digest with MD5 or SHA-256 and "
                 "qop=auth. Nothing was sent in answer.");
        return error;
    }
    ++m_generation;
    m_nonceCount = 0;
    m_proven = false;
    return std::nullopt;
}

void DigestAuthenticator::endTrial()
{
    m_trialRunning = false;
    serveWaiters();
}

void DigestAuthenticator::serveWaiters()
{
    while (!m_waiters.empty() && (isProven() || !m_trialRunning)) {
        const Waiter waiter = std::move(m_waiters.front());
        m_waiters.pop_front();
        if (!waiter.context)
            continue;
        m_trialRunning = !isProven();
        waiter.ready(m_challenge ? sign(waiter.uri) : Authorization());
    }
}

void DigestAuthenticator::failWaiters(const atlas::ApiError &error)
{
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.ready(tl::unexpected(error));
    }
}

} // namespace net
