// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxyFactory>
#include <QProcessEnvironment>

namespace net {

/// The proxies that the user's environment or system names.
///
/// `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, in lower or upper case, come first, as
/// in other programs; where they name none, the system's settings count. Qt alone, on Debian by
/// way of libproxy, goes past a proxy that is written without `http://`, does not know `all_proxy`
/// and `no_proxy=*`, and asks the system even where the variables say it all.
///
/// This computer is reached without a proxy: Qt asks no factory for loopback addresses. Nor is one
/// used but for requests to a URL: this program makes no other connections.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    explicit SystemProxies(const QProcessEnvironment &environment);

    /// The proxy to use, or QNetworkProxy::NoProxy, comes first. Can be called from any thread.
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Sends everything that this program sends by these proxies from now on.
    static void useForAll();

private:
    QNetworkProxy m_forHttp;
    QNetworkProxy m_forHttps;
    QStringList m_direct;
};

} // namespace net
