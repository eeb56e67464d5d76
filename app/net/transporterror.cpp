// SPDX-License-Identifier: Apache-2.0
#include "net/transporterror.h"

#include "net/certificateproblem.h"
#include "net/proxyproblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkReply>

namespace net {

namespace {

QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QCoreApplication::translate("net::TransportError", "Connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return QCoreApplication::translate("net::TransportError", "Connection closed");
    case QNetworkReply::HostNotFoundError:
        return QCoreApplication::translate("net::TransportError", "Host not found");
    case QNetworkReply::TimeoutError:
        return QCoreApplication::translate("net::TransportError", "Connection timed out");
    case QNetworkReply::SslHandshakeFailedError:
        return QCoreApplication::translate("net::TransportError", "No secure connection");
    default:
        return QCoreApplication::translate("net::TransportError", "Connection failed");
    }
}

bool hasStatus(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
}

/// The proxy that has let a call wait; empty if it went without, or the answer has begun.
QString proxyWaitedFor(const QNetworkReply *reply)
{
    return reply && !hasStatus(*reply) ? proxyAddressOf(*reply) : QString();
}

} // namespace

atlas::ApiError connectionError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    if (!tlsErrors.isEmpty() && reply.error() == QNetworkReply::SslHandshakeFailedError)
        return certificateError(reply.url(), tlsErrors);
    if (auto atProxy = proxyError(reply))
        return *atProxy;
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Transport;
    error.reason = reasonOf(reply.error());
    error.detail = reply.errorString();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        error.cause = atlas::ApiError::Cause::HandshakeFailed;
    error.wasResent = reply.error() == QNetworkReply::RemoteHostClosedError && !hasStatus(reply);
    return error;
}

atlas::ApiError redirectError(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Redirected;
    error.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    error.reason = QCoreApplication::translate("net::TransportError", "Redirected");
    error.detail = QCoreApplication::translate("net::TransportError",
                                               "The server points to %1. Nothing was sent there.")
                       .arg(target.host().isEmpty()
                                ? QCoreApplication::translate("net::TransportError", "no address")
                                : target
                                      .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath
                                                | QUrl::RemoveQuery | QUrl::RemoveFragment)
                                      .toString());
    return error;
}

atlas::ApiError timeOutError(std::chrono::milliseconds deadline, const QNetworkReply *reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::TimedOut;
    error.reason = QCoreApplication::translate("net::TransportError", "Timed out");
    const double duration = std::chrono::duration<double>(deadline).count();
    const QString seconds = QLocale().toString(duration, 'g', 3);
    const QString proxy = proxyWaitedFor(reply);
    error.detail = proxy.isEmpty()
        ? QCoreApplication::translate("net::TransportError", "No complete answer came within %1 s.")
              .arg(seconds)
        : QCoreApplication::translate("net::TransportError",
                                      "No answer came through the proxy %1 within %2 s.")
              .arg(proxy, seconds);
    return error;
}

QString describeRequest(const QByteArray &method, const QUrl &url)
{
    return QString::fromLatin1(method) + u' ' + url.toString(QUrl::RemoveUserInfo);
}

} // namespace net
