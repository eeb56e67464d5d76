// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/credential.h"
#include "net/authenticator.h"
#include "net/digestsigner.h"

#include <QPointer>

#include <list>

namespace net {

/// Signs with an API key by HTTP Digest.
///
/// A nonce that has not worked yet is tried by one request at a time while the others wait: a
/// wrong key costs two requests, however many calls are made at once. A nonce that has worked and
/// is refused is renewed, whatever `stale` says, because a strict server refuses nonce counts
/// that overtook each other on parallel connections.
class DigestAuthenticator final : public Authenticator
{
    Q_OBJECT

public:
    explicit DigestAuthenticator(accounts::Credential key, QObject *parent = nullptr);

    atlas::SignedBy kind() const override { return atlas::SignedBy::ApiKey; }
    void authorize(const QByteArray &uri, QObject *context, Ready ready) override;
    void accepted(const Authorization &used) override;
    std::optional<atlas::ApiError> refused(const Authorization &used, const QByteArray &challenges,
                                           const atlas::ApiError &answer, int attempt) override;
    void abandoned(const Authorization &used) override;
    void leave() override;

private:
    struct Waiter
    {
        QByteArray uri;
        QPointer<QObject> context;
        Ready ready;
    };

    bool isProven() const { return m_challenge && m_proven; }
    bool isCurrent(const Authorization &used) const
    {
        return used.generation == (m_challenge ? m_generation : 0);
    }
    Authorization sign(const QByteArray &uri);
    std::optional<atlas::ApiError> adoptChallenge(const QByteArray &challenges);
    void endTrial();
    void serveWaiters();
    void failWaiters(const atlas::ApiError &error);

    accounts::Credential m_key;
    std::optional<DigestChallenge> m_challenge;
    /// Numbers the challenges, from 1.
    quint64 m_generation = 0;
    quint32 m_nonceCount = 0;
    /// The current nonce has been accepted once.
    bool m_proven = false;
    /// A request is on its way to get a challenge, or to try one.
    bool m_trialRunning = false;
    std::list<Waiter> m_waiters;
};

} // namespace net
