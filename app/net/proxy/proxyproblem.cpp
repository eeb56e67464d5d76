// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxyproblem.h"

#include "base/texts/nothingtoshow.h"
#include "net/proxy/proxiedaccess.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

using Cause = atlas::ApiError::Cause;

constexpr auto ProxyContext = "net::ProxyProblem";

/// Qt 6.4 tells these by their text alone: the error is UnknownNetworkError.
struct KnownText
{
    const char *context;
    const char *text;
    Cause cause;
};

constexpr std::array KnownTexts{
    KnownText{"QHttpSocketEngine", "Proxy connection refused", Cause::Refused},
    KnownText{"QHttpSocketEngine", "Proxy denied connection", Cause::Forbidden},
    KnownText{"QHttpSocketEngine", "Error communicating with HTTP proxy", Cause::Unreachable},
    KnownText{"QHttpSocketEngine", "Proxy server not found", Cause::NotFound},
    KnownText{"QSocks5SocketEngine", "Connection to proxy refused", Cause::Refused},
    KnownText{"QSocks5SocketEngine", "Connection not allowed by SOCKSv5 server", Cause::Forbidden},
    KnownText{"QSocks5SocketEngine", "Proxy host not found", Cause::NotFound},
    KnownText{"QSocks5SocketEngine", "Proxy authentication failed", Cause::PasswordRefused},
};

const ProxiedAccess *accessOf(const QNetworkReply &reply)
{
    return qobject_cast<const ProxiedAccess *>(reply.manager());
}

QNetworkProxy proxyOf(const QNetworkReply &reply)
{
    if (const ProxiedAccess *access = accessOf(reply))
        return access->chosenProxy();
    const QNetworkAccessManager *manager = reply.manager();
    if (manager && manager->proxy().type() != QNetworkProxy::DefaultProxy)
        return manager->proxy();
    return systemProxyFor(reply.url());
}

bool isProxy(const QNetworkProxy &proxy)
{
    return proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy;
}

QString addressOfProxy(const QNetworkProxy &proxy)
{
    if (!isProxy(proxy))
        return {};
    QUrl url;
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    return url.authority(QUrl::FullyEncoded);
}

std::optional<Cause> causeInText(const QString &text)
{
    const auto known = std::find_if(KnownTexts.begin(), KnownTexts.end(), [&text](const auto &one) {
        return text.startsWith(QCoreApplication::translate(one.context, one.text));
    });
    return known != KnownTexts.end() ? std::optional(known->cause) : std::nullopt;
}

/// What an error means that Qt would report without a proxy, too. Plain HTTP knows no connection
/// but the one to the proxy. To TLS, these are the proxy's answers to CONNECT; all but one: a
/// proxy that is not found is told as a server that is not found, by the server's name.
std::optional<Cause> causeBehindProxy(const QNetworkReply &reply)
{
    const bool isPlain = reply.url().scheme() == "http"_L1;
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return isPlain ? Cause::Refused : Cause::Unreachable;
    case QNetworkReply::RemoteHostClosedError:
        return isPlain ? std::optional(Cause::Closed) : std::nullopt;
    case QNetworkReply::HostNotFoundError:
        return reply.errorString().contains(reply.url().host()) ? Cause::NotFound
                                                                : Cause::Unreachable;
    case QNetworkReply::TimeoutError:
        return Cause::Unnamed;
    case QNetworkReply::UnknownNetworkError:
        return causeInText(reply.errorString()).value_or(Cause::Unnamed);
    default:
        return std::nullopt;
    }
}

std::optional<Cause> proxyCauseOf(const QNetworkReply &reply, const QNetworkProxy &proxy)
{
    switch (reply.error()) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return proxy.user().isEmpty() ? Cause::PasswordWanted : Cause::PasswordRefused;
    case QNetworkReply::ProxyConnectionRefusedError:
        return Cause::Refused;
    case QNetworkReply::ProxyConnectionClosedError:
        return Cause::Closed;
    case QNetworkReply::ProxyNotFoundError:
        return Cause::NotFound;
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Cause::Unnamed;
    default:
        break;
    }
    const bool isAnswered = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0;
    return isProxy(proxy) && !isAnswered ? causeBehindProxy(reply) : std::nullopt;
}

/// What Qt makes of it, and where our own door stands before the proxy, what the door knows.
std::optional<ProxyFailure> proxyFailureOf(const QNetworkReply &reply, const QNetworkProxy &proxy)
{
    const auto cause = proxyCauseOf(reply, proxy);
    if (!cause)
        return std::nullopt;
    const ProxiedAccess *access = accessOf(reply);
    if (auto atDoor = access ? access->proxyFailure() : std::nullopt)
        return atDoor;
    return ProxyFailure{*cause, *cause == Cause::Unnamed ? reply.errorString() : QString()};
}

const char *proxyReasonOf(Cause cause)
{
    switch (cause) {
    case Cause::SignInUnknown:
    case Cause::PasswordWanted:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy requires a password");
    case Cause::PasswordRefused:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy rejected the password");
    case Cause::NotFound:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy not found");
    case Cause::Refused:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy refused the connection");
    case Cause::Closed:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy closed the connection");
    case Cause::Forbidden:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Forbidden by the proxy");
    case Cause::Unreachable:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Cannot connect through the proxy");
    default:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "Proxy failed");
    }
}

/// One sentence with the proxy's address, %1, and the server's, %2.
const char *sentenceOf(Cause cause)
{
    switch (cause) {
    case Cause::PasswordWanted:
        return QT_TRANSLATE_NOOP("net::ProxyProblem",
                                 "The proxy %1 requires a user name and password to reach %2.");
    case Cause::SignInUnknown:
        return QT_TRANSLATE_NOOP("net::ProxyProblem",
                                 "The proxy %1 requires a sign-in to reach %2, with a method that "
                                 "Bucketscope does not support.");
    case Cause::PasswordRefused:
        return QT_TRANSLATE_NOOP(
            "net::ProxyProblem",
            "The proxy %1 rejected the user name and password for the connection to %2.");
    case Cause::NotFound:
        return QT_TRANSLATE_NOOP("net::ProxyProblem",
                                 "The proxy %1 for the connection to %2 was not found.");
    case Cause::Refused:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "The proxy %1 refused the connection to %2.");
    case Cause::Closed:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "The proxy %1 closed the connection to %2.");
    case Cause::Forbidden:
        return QT_TRANSLATE_NOOP("net::ProxyProblem",
                                 "The proxy %1 does not allow a connection to %2.");
    case Cause::Unreachable:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "The proxy %1 could not connect to %2.");
    default:
        return QT_TRANSLATE_NOOP("net::ProxyProblem", "The proxy %1 failed to connect to %2.");
    }
}

} // namespace

QString proxyAddressOf(const QNetworkReply &reply)
{
    return addressOfProxy(proxyOf(reply));
}

std::optional<atlas::ApiError> proxyError(const QNetworkReply &reply)
{
    const QNetworkProxy proxy = proxyOf(reply);
    const auto failure = proxyFailureOf(reply, proxy);
    if (!failure)
        return std::nullopt;
    const QString address = addressOfProxy(proxy);
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Proxy;
    error.cause = failure->cause;
    const atlas::Wording sentence(
        ProxyContext, sentenceOf(failure->cause),
        {base::orNothing(address), reply.url().authority(QUrl::FullyEncoded)});
    atlas::word(error, {ProxyContext, proxyReasonOf(failure->cause)},
                failure->detail.isEmpty()
                    ? sentence
                    : atlas::Wording::sequence({sentence, failure->detail}, u" "_s));
    return error;
}

} // namespace net
