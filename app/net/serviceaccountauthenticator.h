// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/credential.h"
#include "net/authenticator.h"

#include <QDeadlineTimer>
#include <QPointer>

#include <chrono>
#include <list>

namespace net {

class Reception;
struct Answer;
class Transport;

/// Signs with a service account: OAuth 2.0 client credentials.
///
/// One token serves all calls. It is fetched once however many wait for it, renewed in the
/// background when five sixths of its life are over, and revoked by leave().
class ServiceAccountAuthenticator final : public Authenticator
{
    Q_OBJECT

public:
    /// `deadline` bounds each token call. `transport` must outlive this.
    ServiceAccountAuthenticator(accounts::Credential account, Transport &transport,
                                std::chrono::milliseconds deadline, QObject *parent = nullptr);
    ~ServiceAccountAuthenticator() override;

    atlas::SignedBy kind() const override { return atlas::SignedBy::ServiceAccount; }
    void authorize(const QByteArray &uri, QObject *context, Ready ready) override;
    void accepted(const Authorization &used) override;
    std::optional<atlas::ApiError> refused(const Authorization &used, const QByteArray &challenges,
                                           const atlas::ApiError &answer, int attempt) override;
    void abandoned(const Authorization &used) override;
    void leave() override;

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Ready ready;
    };

    bool hasToken() const { return !m_token.isEmpty() && !m_expiry.hasExpired(); }
    Authorization bearer() const;
    void fetchToken();
    void readToken(atlas::Result<Answer> answer, const QString &request);
    void useToken(const QByteArray &token, std::chrono::seconds lifetime);
    void serveWaiters(const atlas::Result<Authorization> &outcome);
    QByteArray basicAuthorization() const;

    accounts::Credential m_account;
    Transport &m_transport;
    std::chrono::milliseconds m_deadline;
    QByteArray m_token;
    quint64 m_generation = 0;
    QDeadlineTimer m_expiry;
    QDeadlineTimer m_renewal;
    QPointer<Reception> m_tokenCall;
    std::list<Waiter> m_waiters;
};

} // namespace net
