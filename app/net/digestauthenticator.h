// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/credential.h"
#include "net/authenticator.h"
#include "net/digestnonce.h"
#include "net/signingline.h"

namespace net {

/// Signs with an API key by HTTP Digest.
///
/// A nonce that has not worked yet is tried by one request at a time while the others wait: a
/// wrong key costs two requests, however many calls are made at once. A nonce that has worked and
/// is refused is renewed, whatever `stale` says, because a strict server refuses nonce counts
/// that overtook each other on parallel connections. One that has not worked is renewed only if
/// the server says that it is stale, which means that the key is right.
class DigestAuthenticator final : public Authenticator
{
    Q_OBJECT

public:
    explicit DigestAuthenticator(accounts::Credential key, QObject *parent = nullptr);

    atlas::SignedBy kind() const override { return atlas::SignedBy::ApiKey; }
    std::optional<Authorization> authorize(const QByteArray &uri, SigningWaiter waiter) override;
    void withdraw(const QObject *context) override { m_line.remove(context); }
    void accepted(const Authorization &used) override;
    std::optional<atlas::ApiError> refused(const Authorization &used, const QByteArray &challenges,
                                           const atlas::ApiError &answer, int attempt) override;
    void timedOut(const Authorization &used, const atlas::ApiError &error) override;
    void abandoned(const Authorization &used) override;
    /// It makes no requests of its own.
    void setDeadline(std::chrono::milliseconds) override { }
    void redact(atlas::ApiError &error, const QByteArray &used) const override;
    void dropWaiters() override { m_line.clear(); }
    void leave() override;

private:
    bool isTrial(const Authorization &used) const;
    std::optional<atlas::ApiError> adopt(const std::optional<DigestChallenge> &challenge,
                                         const QByteArray &challenges);
    void serveLine();

    accounts::Credential m_key;
    DigestNonce m_nonce;
    /// How many nonces there have been since one was accepted. A server may call each of them
    /// stale, whatever the key.
    int m_unproven = 0;
    /// A request is on its way to get a challenge, or to try one.
    bool m_trialRunning = false;
    SigningLine m_line;
};

} // namespace net
