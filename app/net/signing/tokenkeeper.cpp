// SPDX-License-Identifier: Apache-2.0
#include "net/signing/tokenkeeper.h"

#include "net/headers/basicauthorization.h"
#include "net/wire/reception.h"
#include "net/wire/redaction.h"
#include "net/wire/transport.h"

#include <utility>

namespace net {

namespace {

/// An empty object, or an error.
constexpr qint64 LargestRevocationAnswer = 1024 * 1024;

} // namespace

TokenKeeper::TokenKeeper(accounts::Credential account, Transport &transport,
                         std::chrono::milliseconds deadline)
    : m_account(std::move(account)), m_transport(transport), m_deadline(deadline)
{ }

TokenKeeper::~TokenKeeper()
{
    for (Token &token : m_tokens)
        accounts::wipe(token.text);
}

void TokenKeeper::take(const TokenAnswer &token)
{
    m_current = ++m_lastGeneration;
    m_tokens.push_back({token.token, m_current, QDeadlineTimer(token.lifetime), 0});
    m_renewal.setRemainingTime(std::chrono::milliseconds(token.lifetime) * 5 / 6);
    revokeUnused();
}

bool TokenKeeper::canSign() const
{
    return m_current != 0 && !m_tokens.back().expiry.hasExpired();
}

Authorization TokenKeeper::sign()
{
    Q_ASSERT(m_current != 0);
    Token &token = m_tokens.back();
    ++token.uses;
    return {"Bearer " + token.text, token.generation};
}

void TokenKeeper::giveBack(const Authorization &used)
{
    for (Token &token : m_tokens) {
        if (token.generation == used.generation)
            --token.uses;
    }
    revokeUnused();
}

void TokenKeeper::discard(const Authorization &used)
{
    if (used.generation == m_current)
        m_current = 0;
}

void TokenKeeper::discardAll()
{
    m_current = 0;
    for (Token &token : m_tokens)
        token.uses = 0;
    revokeUnused();
}

void TokenKeeper::addTo(Redaction &redaction) const
{
    for (const Token &token : m_tokens)
        redaction.addSecret(token.text);
}

void TokenKeeper::revokeUnused()
{
    for (auto token = m_tokens.begin(); token != m_tokens.end();) {
        if (token->generation == m_current || token->uses > 0) {
            ++token;
            continue;
        }
        if (!token->expiry.hasExpired())
            revoke(token->text);
        accounts::wipe(token->text);
        token = m_tokens.erase(token);
    }
}

void TokenKeeper::revoke(const QByteArray &token)
{
    QByteArray encoded = token.toPercentEncoding();
    QByteArray form = "token=" + encoded + "&token_type_hint=access_token";
    QByteArray authorization = basicAuthorization(m_account);
    ++m_revocations;
    auto *reception = new Reception(
        m_transport.post(Transport::OAuthCall::Revoke, authorization, form),
        LargestRevocationAnswer,
        [this](const auto &) {
            --m_revocations;
            Q_EMIT revoked();
        },
        this);
    reception->setDeadline(m_deadline);
    for (QByteArray *copy : {&encoded, &form, &authorization})
        accounts::wipe(*copy);
}

} // namespace net
