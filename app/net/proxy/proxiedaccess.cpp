// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxiedaccess.h"

#include "net/proxy/proxydoor.h"

namespace net {

namespace {

bool isHttp(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::HttpProxy
        || proxy.type() == QNetworkProxy::HttpCachingProxy;
}

} // namespace

ProxiedAccess::ProxiedAccess(ProxyDoor &door) : m_door(&door) { }

ProxiedAccess::~ProxiedAccess() = default;

void ProxiedAccess::chooseProxyFor(const QUrl &url)
{
    m_chosen = systemProxyFor(url);
    setProxy(isHttp(m_chosen) && m_door ? m_door->inFrontOf(m_chosen) : m_chosen);
}

std::optional<ProxyFailure> ProxiedAccess::proxyFailure() const
{
    return isHttp(m_chosen) && m_door ? m_door->failure() : std::nullopt;
}

QNetworkProxy systemProxyFor(const QUrl &url)
{
    const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    const bool isNamed =
        !proxies.isEmpty() && proxies.constFirst().type() != QNetworkProxy::DefaultProxy;
    return isNamed ? proxies.constFirst() : QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace net
