// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/authenticator.h"

#include "tests/atlassim/http/seenrequest.h"

namespace atlassim {

namespace {

HttpReply unauthorized(const QByteArray &challenge)
{
    HttpReply reply = errorReply(unauthorizedError());
    reply.headers.emplaceBack("WWW-Authenticate", challenge);
    return reply;
}

} // namespace

Authenticator::Authenticator(const World &world, DigestVerifier &digest, TokenIssuer &tokens)
    : m_world(world), m_digest(digest), m_tokens(tokens)
{ }

tl::expected<Caller, HttpReply> Authenticator::authenticate(const HttpRequest &request)
{
    switch (schemeOf(request)) {
    case AuthScheme::Digest:
        return authenticateDigest(request);
    case AuthScheme::Bearer:
        return authenticateBearer(request);
    case AuthScheme::None:
    case AuthScheme::Basic:
    case AuthScheme::Other:
        break;
    }
    return tl::unexpected(challenge(false));
}

tl::expected<Caller, HttpReply> Authenticator::authenticateDigest(const HttpRequest &request)
{
    const auto username = DigestVerifier::usernameOf(request);
    const ApiKey *key = username ? m_world.apiKey(*username) : nullptr;
    if (!key)
        return tl::unexpected(challenge(false));
    switch (m_digest.verify(request, *key)) {
    case DigestVerifier::Verdict::Accepted:
        return Caller{key->publicKey, key->readsProjects, key->managesBackups, key->ownsProjects};
    case DigestVerifier::Verdict::Stale:
        return tl::unexpected(challenge(true));
    case DigestVerifier::Verdict::Refused:
        break;
    }
    return tl::unexpected(challenge(false));
}

tl::expected<Caller, HttpReply> Authenticator::authenticateBearer(const HttpRequest &request)
{
    const QByteArray authorization = request.header("Authorization");
    const QByteArray token = authorization.mid(authorization.indexOf(' ')).trimmed();
    const auto clientId = m_tokens.clientOf(token);
    const ServiceAccount *account = clientId ? m_world.serviceAccount(*clientId) : nullptr;
    if (!account)
        return tl::unexpected(unauthorized("Bearer error=\"invalid_token\""));
    return Caller{account->clientId, account->readsProjects, account->managesBackups,
                  account->ownsProjects};
}

HttpReply Authenticator::challenge(bool stale)
{
    return unauthorized(m_digest.challenge(stale));
}

} // namespace atlassim
