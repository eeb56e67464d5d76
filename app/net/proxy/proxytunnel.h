// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "net/proxy/proxypasswords.h"

#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace net {

/// Why a proxy made no connection.
struct ProxyFailure
{
    atlas::ApiError::Cause cause = atlas::ApiError::Cause::Unnamed;
    /// What the system says of it; may be empty.
    QString detail;
};

/// One connection of Qt's, taken through an HTTP proxy: asks the proxy for it, answers one 407, and
/// then hands the bytes on both ways. Whatever the proxy says, it gets two requests at most.
/// Deletes itself when either side has hung up.
class ProxyTunnel final : public QObject
{
    Q_OBJECT

public:
    struct Route
    {
        QNetworkProxy proxy;
        /// The value of `Proxy-Authorization` without which nobody is let through.
        QByteArray pass;
        /// What is known of the proxy's password.
        QPointer<ProxyPasswords> passwords;
    };
    /// Hears once how it went: nothing if the proxy has made the connection.
    using Outcome = std::function<void(const std::optional<ProxyFailure> &)>;

    /// Takes `client` over, which has just connected.
    ProxyTunnel(QTcpSocket *client, Route route, Outcome outcome, QObject *parent);
    ~ProxyTunnel() override;

private:
    void readRequest();
    void askProxy();
    void readAnswer();
    void judge(const QByteArray &head);
    void signIn(const QByteArray &head);
    void answerChallenges(const QByteArray &head);
    void waitForTrial(const QByteArray &head);
    void noteRefused(const QByteArray &head);
    void endTrial();
    void relay();
    void noteLost();
    void fail(ProxyFailure failure);

    Route m_route;
    Outcome m_outcome;
    QTcpSocket *m_client;
    /// Another one for each request to the proxy.
    QTcpSocket *m_proxy = nullptr;
    QByteArray m_target;
    QByteArray m_signIn;
    /// The others wait for what this one learns of the password.
    bool m_isOnTrial = false;
};

} // namespace net
