// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/tokenissuer.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace atlassim {

namespace {

QByteArray randomToken()
{
    std::array<quint32, 12> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random))
        .toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace

TokenIssuer::TokenIssuer(const Options &options) : m_options(options) { }

std::optional<QByteArray> TokenIssuer::issue(const QString &clientId, Clock::time_point now)
{
    dropExpired(now);
    const auto held = std::count_if(m_tokens.cbegin(), m_tokens.cend(),
                                    [&](const Token &token) { return token.clientId == clientId; });
    if (held >= m_options.liveTokenCap)
        return std::nullopt;
    const QByteArray token = randomToken();
    m_tokens.insert(token, {clientId, now + m_options.tokenLifetime});
    return token;
}

std::optional<QString> TokenIssuer::clientOf(const QByteArray &token, Clock::time_point now)
{
    dropExpired(now);
    const auto found = m_tokens.constFind(token);
    return found == m_tokens.cend() ? std::nullopt : std::optional(found->clientId);
}

void TokenIssuer::revoke(const QString &clientId, const QByteArray &token)
{
    const auto found = m_tokens.constFind(token);
    if (found != m_tokens.cend() && found->clientId == clientId)
        m_tokens.erase(found);
}

void TokenIssuer::expireAll()
{
    m_tokens.clear();
}

int TokenIssuer::liveCount(Clock::time_point now)
{
    dropExpired(now);
    return static_cast<int>(m_tokens.size());
}

void TokenIssuer::dropExpired(Clock::time_point now)
{
    m_tokens.removeIf(
        [&](const QHash<QByteArray, Token>::iterator &token) { return now >= token->expires; });
}

} // namespace atlassim
