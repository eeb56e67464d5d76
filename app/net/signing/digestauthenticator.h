// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/signing/authenticator.h"
#include "net/signing/digestnonce.h"
#include "net/signing/signingline.h"
#include "net/wire/lanes.h"

#include <array>

namespace net {

/// Signs with an API key by HTTP Digest.
///
/// While the key has been accepted nowhere, one request in all is on its way to try it, and the
/// others wait: a wrong key costs two requests, however many calls are made at once. From then on
/// each lane has a nonce of its own, which its first request fetches.
///
/// A strict server refuses nonce counts that have overtaken each other on their way over parallel
/// connections. So a nonce of a key that has worked is renewed when it is refused, whatever `stale`
/// says; and if the server does not say that it is stale, from then on each place has a nonce of
/// its own, whose counts cannot overtake each other. A nonce of a key that has not worked is
/// renewed only if the server says that it is stale, which means that the key is right.
class DigestAuthenticator final : public Authenticator
{
    Q_OBJECT

public:
    explicit DigestAuthenticator(accounts::Credential key, QObject *parent = nullptr);

    atlas::SignedBy kind() const override { return atlas::SignedBy::ApiKey; }
    std::optional<Authorization> authorize(const Signable &request, SigningWaiter waiter) override;
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
    /// One of those that are in use side by side.
    struct Nonce
    {
        DigestNonce current;
        /// How many there have been since one was accepted. A server may call each of them stale,
        /// whatever the key.
        int unproven = 0;
        /// A request is on its way to get a challenge, or to try one: the others wait for it.
        bool isOnTrial = false;
    };

    int nonceFor(const Signable &request) const;
    Nonce &nonceOf(int number) { return m_nonces.at(static_cast<std::size_t>(number)); }
    bool maySign(const Signable &request);
    Authorization sign(const Signable &request);
    bool isTrial(const Authorization &used);
    void keepForPlace(const Authorization &used, const std::optional<DigestChallenge> &challenge);
    std::optional<atlas::ApiError> renew(Nonce &nonce,
                                         const std::optional<DigestChallenge> &challenge,
                                         const QByteArray &challenges);
    void giveUp(const atlas::ApiError &error);
    void failThoseOn(int nonce, const atlas::ApiError &error);
    void serveLine();

    accounts::Credential m_key;
    /// As many as there are places, of which the first of each lane serve all.
    std::array<Nonce, Lanes::MostPlaces> m_nonces;
    /// Some nonce has been accepted, and none refused for good since.
    bool m_isKeyProven = false;
    /// Each place signs by a nonce of its own.
    bool m_isServerStrict = false;
    SigningLine m_line;
};

} // namespace net
