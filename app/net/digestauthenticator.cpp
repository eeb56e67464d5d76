// SPDX-License-Identifier: Apache-2.0
#include "net/digestauthenticator.h"

#include "net/redaction.h"

#include <utility>

namespace net {

namespace {

/// How often one call may be refused before it gives up, although its key works elsewhere.
constexpr int MostAttempts = 3;

} // namespace

DigestAuthenticator::DigestAuthenticator(accounts::Credential key, QObject *parent)
    : Authenticator(parent), m_key(std::move(key))
{ }

std::optional<Authorization> DigestAuthenticator::authorize(const QByteArray &uri,
                                                            SigningWaiter waiter)
{
    if (!m_nonce.isProven() && m_trialRunning) {
        m_line.add(uri, std::move(waiter));
        return std::nullopt;
    }
    m_trialRunning = !m_nonce.isProven();
    return m_nonce.sign(uri, m_key);
}

void DigestAuthenticator::accepted(const Authorization &used)
{
    if (!isTrial(used))
        return;
    m_nonce.prove();
    m_unproven = 0;
    m_trialRunning = false;
    serveLine();
}

std::optional<atlas::ApiError> DigestAuthenticator::refused(const Authorization &used,
                                                            const QByteArray &challenges,
                                                            const atlas::ApiError &answer,
                                                            int attempt)
{
    if (!m_nonce.hasSigned(used)) // Another call has renewed the nonce meanwhile.
        return attempt < MostAttempts ? std::nullopt : std::optional(answer);

    const auto challenge = DigestChallenge::fromHeader(challenges);
    const bool isCredible = m_unproven < MostAttempts - 1;
    const bool isStale = m_nonce.isProven() || (challenge && challenge->isStale && isCredible);
    const bool wasUnsigned = used.generation == 0;
    std::optional<atlas::ApiError> error = answer;
    if (wasUnsigned || (isStale && attempt < MostAttempts))
        error = adopt(challenge, challenges);
    m_trialRunning = false;
    if (error) {
        m_nonce.forget();
        m_unproven = 0;
        m_line.fail(*error);
    } else {
        serveLine();
    }
    return error;
}

void DigestAuthenticator::timedOut(const Authorization &used, const atlas::ApiError &error)
{
    if (!isTrial(used))
        return;
    m_trialRunning = false;
    m_line.fail(error);
}

void DigestAuthenticator::abandoned(const Authorization &used)
{
    if (!isTrial(used))
        return;
    m_trialRunning = false;
    serveLine();
}

void DigestAuthenticator::redact(atlas::ApiError &error, const QByteArray &used) const
{
    Redaction redaction;
    redaction.addCredential(m_key);
    redaction.addAuthorization(used);
    redaction.apply(error);
}

void DigestAuthenticator::leave()
{
    Q_EMIT left();
}

bool DigestAuthenticator::isTrial(const Authorization &used) const
{
    return !m_nonce.isProven() && m_nonce.hasSigned(used);
}

std::optional<atlas::ApiError> DigestAuthenticator::adopt(
    const std::optional<DigestChallenge> &challenge, const QByteArray &challenges)
{
    if (challenge) {
        m_nonce.adopt(*challenge);
        ++m_unproven;
        return std::nullopt;
    }
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Refused;
    error.status = 401;
    const char *detail = challenges.isEmpty()
        ? QT_TR_NOOP("The server does not offer HTTP Digest authentication, which API keys "
                     "require.")
        : QT_TR_NOOP("The server requires an unsupported authentication method. Bucketscope "
                     "supports HTTP Digest with MD5 or SHA-256 and qop=auth. No credentials were "
                     "sent.");
    const char *context = staticMetaObject.className();
    atlas::word(error, {context, QT_TR_NOOP("Cannot sign in")}, {context, detail});
    return error;
}

void DigestAuthenticator::serveLine()
{
    while (m_nonce.isProven() || !m_trialRunning) {
        const auto next = m_line.takeFirst();
        if (!next)
            return;
        m_trialRunning = !m_nonce.isProven();
        next->waiter.ready(m_nonce.sign(next->uri, m_key));
    }
}

} // namespace net
