// SPDX-License-Identifier: Apache-2.0
#include "net/signing/digestauthenticator.h"

#include "net/wire/redaction.h"

#include <utility>

namespace net {

namespace {

/// How often one call may be refused before it gives up, although its key works elsewhere.
constexpr int MostAttempts = 3;

} // namespace

DigestAuthenticator::DigestAuthenticator(accounts::Credential key, QObject *parent)
    : Authenticator(parent), m_key(std::move(key))
{ }

std::optional<Authorization> DigestAuthenticator::authorize(const Signable &request,
                                                            SigningWaiter waiter)
{
    if (!maySign(request)) {
        m_line.add(request, std::move(waiter));
        return std::nullopt;
    }
    return sign(request);
}

void DigestAuthenticator::accepted(const Authorization &used)
{
    if (!isTrial(used))
        return;
    Nonce &nonce = nonceOf(used.nonce);
    nonce.current.prove();
    nonce.unproven = 0;
    nonce.isOnTrial = false;
    m_isKeyProven = m_isKeyProven || nonce.current.isProven();
    serveLine();
}

std::optional<atlas::ApiError> DigestAuthenticator::refused(const Authorization &used,
                                                            const QByteArray &challenges,
                                                            const atlas::ApiError &answer,
                                                            int attempt)
{
    const auto challenge = DigestChallenge::fromHeader(challenges);
    const bool wasUnsigned = used.generation == 0;
    if (m_isKeyProven && !wasUnsigned && challenge && !challenge->isStale)
        m_isServerStrict = true;
    Nonce &nonce = nonceOf(used.nonce);
    const bool hasOtherNow = m_isServerStrict && used.nonce != used.place;
    if (hasOtherNow || !nonce.current.hasSigned(used)) { // It is not what signs it next.
        if (isTrial(used))
            nonce.isOnTrial = false;
        keepForPlace(used, challenge);
        serveLine();
        return attempt < MostAttempts ? std::nullopt : std::optional(answer);
    }

    const bool isKeyRight = m_isKeyProven || (challenge && challenge->isStale);
    const bool isCredible = nonce.unproven < MostAttempts - 1;
    const bool isStale = nonce.current.isProven() || (isKeyRight && isCredible);
    std::optional<atlas::ApiError> error = answer;
    if (wasUnsigned || (isStale && attempt < MostAttempts))
        error = renew(nonce, challenge, challenges);
    nonce.isOnTrial = false;
    if (error)
        giveUp(*error);
    else
        serveLine();
    return error;
}

void DigestAuthenticator::timedOut(const Authorization &used, const atlas::ApiError &error)
{
    if (!isTrial(used))
        return;
    nonceOf(used.nonce).isOnTrial = false;
    failThoseOn(used.nonce, error);
}

void DigestAuthenticator::abandoned(const Authorization &used)
{
    if (!isTrial(used))
        return;
    nonceOf(used.nonce).isOnTrial = false;
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

/// Its number.
int DigestAuthenticator::nonceFor(const Signable &request) const
{
    if (!m_isKeyProven)
        return 0;
    return m_isServerStrict ? request.place : request.lane * Lane::Connections;
}

/// A nonce that is still to be accepted can serve many, once it is known that the key is right.
bool DigestAuthenticator::maySign(const Signable &request)
{
    const Nonce &nonce = nonceOf(nonceFor(request));
    return !nonce.isOnTrial || (m_isKeyProven && nonce.current.isKnown());
}

Authorization DigestAuthenticator::sign(const Signable &request)
{
    const int number = nonceFor(request);
    Nonce &nonce = nonceOf(number);
    nonce.isOnTrial = !nonce.current.isProven();
    Authorization authorization = nonce.current.sign(request.uri, m_key);
    authorization.nonce = number;
    authorization.place = request.place;
    return authorization;
}

bool DigestAuthenticator::isTrial(const Authorization &used)
{
    const DigestNonce &nonce = nonceOf(used.nonce).current;
    return !nonce.isProven() && nonce.hasSigned(used);
}

/// Saves the request that would fetch one.
void DigestAuthenticator::keepForPlace(const Authorization &used,
                                       const std::optional<DigestChallenge> &challenge)
{
    DigestNonce &own = nonceOf(used.place).current;
    if (m_isServerStrict && challenge && !own.isKnown())
        own.adopt(*challenge);
}

std::optional<atlas::ApiError> DigestAuthenticator::renew(
    Nonce &nonce, const std::optional<DigestChallenge> &challenge, const QByteArray &challenges)
{
    if (challenge) {
        nonce.current.adopt(*challenge);
        ++nonce.unproven;
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

/// Whoever comes later begins anew.
void DigestAuthenticator::giveUp(const atlas::ApiError &error)
{
    for (Nonce &nonce : m_nonces) {
        nonce.current.forget();
        nonce.unproven = 0;
        nonce.isOnTrial = false;
    }
    m_isKeyProven = false;
    m_isServerStrict = false;
    m_line.fail(error);
}

void DigestAuthenticator::failThoseOn(int nonce, const atlas::ApiError &error)
{
    m_line.fail(error,
                [this, nonce](const Signable &request) { return nonceFor(request) == nonce; });
}

void DigestAuthenticator::serveLine()
{
    const auto maySignNow = [this](const Signable &request) {
        return maySign(request);
    };
    while (const auto next = m_line.takeFirst(maySignNow))
        next->waiter.ready(sign(next->request));
}

} // namespace net
