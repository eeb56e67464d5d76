// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/proxy/proxytunnel.h"

#include <QTcpServer>

namespace net {

/// The way out through an HTTP proxy: a door on this computer that Qt takes for the proxy.
///
/// Qt signs in to a proxy by itself, prefers NTLM to all else, and starts anew whenever it is
/// refused, thousands of times a second, with no user name, too (Qt 6.4 to 6.8). That cannot be
/// limited from outside. So this signs in instead: a proxy sees two requests a connection at most,
/// and a password that it has refused not once more.
/// The door opens to this program alone: whoever else comes in does not know the pass.
class ProxyDoor final : public QObject
{
    Q_OBJECT

public:
    explicit ProxyDoor(QObject *parent = nullptr);
    ~ProxyDoor() override;

    /// What Qt is to take for `proxy`, an HTTP proxy. Connections that are open stay as they are.
    QNetworkProxy inFrontOf(const QNetworkProxy &proxy);

    /// Why the proxy made no connection the last time it was asked; nothing if it did.
    const std::optional<ProxyFailure> &failure() const { return m_failure; }

private:
    void letIn();

    QTcpServer m_server;
    QNetworkProxy m_proxy;
    QByteArray m_pass;
    ProxyPasswords m_passwords;
    std::optional<ProxyFailure> m_failure;
};

} // namespace net
