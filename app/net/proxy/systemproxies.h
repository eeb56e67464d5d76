// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace net {

/// What `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say, in lower or upper case.
struct ProxyVariables
{
    /// QNetworkProxy::DefaultProxy if none is named.
    QNetworkProxy forHttp;
    /// As forHttp.
    QNetworkProxy forHttps;
    /// `http_proxy` alone, which is no proxy for https.
    QNetworkProxy httpOnly;
    QString exceptions;
    /// What the user should know of them: translated sentences, without a value.
    QStringList notes;
};

/// Reads the variables. The error is one translated line that names the variable and never its
/// value. A proxy that cannot be read is never gone past: who names one wants it used.
tl::expected<ProxyVariables, QString> readProxyVariables(const QProcessEnvironment &environment);

/// The proxies that the user's environment or system names.
///
/// For https, `https_proxy` and then `all_proxy` count, for http `http_proxy` and then `all_proxy`,
/// as in other programs; where they name none, the system's settings count. Qt alone, on Debian by
/// way of libproxy, goes past a proxy that is written without `http://`, does not know `all_proxy`
/// and `no_proxy=*`, sends https by `http_proxy`, and asks the system even where the variables say
/// it all.
///
/// This computer is reached without a proxy: Qt asks no factory for loopback addresses. Nor is one
/// used but for requests to a URL: this program makes no other connections.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    explicit SystemProxies(const ProxyVariables &variables);

    /// The proxy to use, or QNetworkProxy::NoProxy, comes first. Can be called from any thread.
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Sends everything that this program sends by these proxies from now on.
    static void useForAll(const ProxyVariables &variables);

private:
    /// `host`, `host:port`, a subnet, or `*`.
    struct Exception
    {
        QString host;
        /// 0 stands for each.
        int port = 0;
    };

    static QList<Exception> parseExceptions(const QString &text);
    static bool matches(const Exception &exception, const QString &host, int port);
    QList<QNetworkProxy> systemProxies(const QNetworkProxyQuery &query) const;

    ProxyVariables m_variables;
    QList<Exception> m_exceptions;
};

} // namespace net
