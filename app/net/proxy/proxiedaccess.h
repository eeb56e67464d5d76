// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/proxy/proxytunnel.h"

#include <QNetworkAccessManager>
#include <QPointer>

namespace net {

class ProxyDoor;

/// A manager that goes to HTTP proxies by a ProxyDoor only.
class ProxiedAccess final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit ProxiedAccess(ProxyDoor &door);
    ~ProxiedAccess() override;

    /// Has what is sent from now on go by the proxy that the system names for `url`. Over open
    /// connections if that has not changed.
    void chooseProxyFor(const QUrl &url);

    /// The proxy chosen last; of type NoProxy for none.
    const QNetworkProxy &chosenProxy() const { return m_chosen; }
    /// Why the proxy made no connection the last time; nothing if it did, or if it is none that the
    /// door stands in front of.
    std::optional<ProxyFailure> proxyFailure() const;

private:
    QPointer<ProxyDoor> m_door;
    QNetworkProxy m_chosen{QNetworkProxy::NoProxy};
};

/// The proxy that the system names for `url`; of type NoProxy for none.
QNetworkProxy systemProxyFor(const QUrl &url);

} // namespace net
