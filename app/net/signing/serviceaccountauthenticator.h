// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/signing/authenticator.h"
#include "net/signing/signingline.h"
#include "net/signing/tokenfetcher.h"
#include "net/signing/tokenkeeper.h"

#include <chrono>

namespace net {

class Transport;

/// Signs with a service account: OAuth 2.0 client credentials.
///
/// One token serves all calls. It is fetched once however many wait for it, and renewed in the
/// background when five sixths of its life are over. Each token that was ever fetched is revoked,
/// unless it has expired: when another takes its place, when a server has refused it, by leave().
class ServiceAccountAuthenticator final : public Authenticator
{
    Q_OBJECT

public:
    /// `deadline` bounds each token call. `transport` must outlive this.
    ServiceAccountAuthenticator(const accounts::Credential &account, Transport &transport,
                                const RetryPolicy &retries, std::chrono::milliseconds deadline,
                                QObject *parent = nullptr);

    atlas::SignedBy kind() const override { return atlas::SignedBy::ServiceAccount; }
    std::optional<Authorization> authorize(const Signable &request, SigningWaiter waiter) override;
    void withdraw(const QObject *context) override;
    void accepted(const Authorization &used) override;
    std::optional<atlas::ApiError> refused(const Authorization &used, const QByteArray &challenges,
                                           const atlas::ApiError &answer, int attempt) override;
    void timedOut(const Authorization &used, const atlas::ApiError &error) override;
    void abandoned(const Authorization &used) override;
    void setDeadline(std::chrono::milliseconds deadline) override;
    void redact(atlas::ApiError &error, const QByteArray &used) const override;
    void dropWaiters() override;
    void leave() override;

private:
    void receive(const atlas::Result<TokenAnswer> &token);
    void leaveIfThrough();

    accounts::Credential m_account;
    TokenFetcher m_fetcher;
    TokenKeeper m_tokens;
    SigningLine m_line;
    bool m_isLeaving = false;
};

} // namespace net
