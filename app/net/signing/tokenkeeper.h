// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/signing/authenticator.h"
#include "net/signing/tokenanswer.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <list>

namespace net {

class Redaction;
class Transport;

/// Keeps a service account's tokens: the one that signs, and those that have been replaced or
/// refused, until no request that they signed is under way; then it revokes them. Lives on the UI
/// thread.
class TokenKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `transport` must outlive this. `deadline` bounds each call that revokes.
    TokenKeeper(accounts::Credential account, Transport &transport,
                std::chrono::milliseconds deadline);
    ~TokenKeeper() override;

    /// A new token signs from now on.
    void take(const TokenAnswer &token);

    /// Whether there is a token that lives.
    bool canSign() const;
    /// Signs a request with the token that was taken last, which must not have been discarded. To
    /// be given back.
    Authorization sign();
    /// Whether most of the token's life is over.
    bool isToBeRenewed() const { return m_renewal.hasExpired(); }

    /// The request that was signed so has ended.
    void giveBack(const Authorization &used);

    /// The token that has signed `used` signs no more, if it still does.
    void discard(const Authorization &used);
    /// No token signs any more, and all are revoked.
    void discardAll();

    /// Revokes a token that was never taken.
    void revoke(const QByteArray &token);
    /// Whether a token is being revoked.
    bool isRevoking() const { return m_revocations > 0; }

    /// Adds all tokens to what is not to be shown.
    void addTo(Redaction &redaction) const;

    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

Q_SIGNALS:
    /// A token has been revoked, or could not be.
    void revoked();

private:
    struct Token
    {
        QByteArray text;
        quint64 generation = 0;
        QDeadlineTimer expiry;
        /// How many requests that it signed are under way.
        int uses = 0;
    };

    void revokeUnused();

    accounts::Credential m_account;
    Transport &m_transport;
    std::chrono::milliseconds m_deadline;
    /// The one that signs, if any, is the last.
    std::list<Token> m_tokens;
    /// The generation that signs; 0 if none does.
    quint64 m_current = 0;
    /// Numbers the tokens, from 1.
    quint64 m_lastGeneration = 0;
    QDeadlineTimer m_renewal;
    int m_revocations = 0;
};

} // namespace net
