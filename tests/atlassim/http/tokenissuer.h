// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/program/options.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace atlassim {

/// Makes, knows and forgets Bearer tokens.
class TokenIssuer
{
public:
    using Clock = std::chrono::steady_clock;

    /// `options` must outlive it.
    explicit TokenIssuer(const Options &options);

    /// A new token for the client; nothing if it holds as many live ones as it may.
    std::optional<QByteArray> issue(const QString &clientId, Clock::time_point now = Clock::now());

    /// Whose live token it is.
    std::optional<QString> clientOf(const QByteArray &token, Clock::time_point now = Clock::now());

    void revoke(const QString &clientId, const QByteArray &token);
    void expireAll();
    int liveCount(Clock::time_point now = Clock::now());

private:
    struct Token
    {
        QString clientId;
        Clock::time_point expires;
    };

    void dropExpired(Clock::time_point now);

    const Options &m_options;
    QHash<QByteArray, Token> m_tokens;
};

} // namespace atlassim
