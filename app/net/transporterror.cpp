// SPDX-License-Identifier: Apache-2.0
#include "net/transporterror.h"

#include "net/certificateproblem.h"
#include "net/proxyproblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkReply>

namespace net {

namespace {

using Cause = atlas::ApiError::Cause;

struct TransportText
{
    Q_DECLARE_TR_FUNCTIONS(net::TransportError)
};

QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return TransportText::tr("Connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return TransportText::tr("Connection closed");
    case QNetworkReply::HostNotFoundError:
        return TransportText::tr("Host not found");
    case QNetworkReply::TimeoutError:
        return TransportText::tr("Connection timed out");
    case QNetworkReply::SslHandshakeFailedError:
        return TransportText::tr("No secure connection");
    default:
        return TransportText::tr("Connection failed");
    }
}

/// 0 if none came.
int answeredStatus(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool hasStatus(const QNetworkReply &reply)
{
    return answeredStatus(reply) != 0;
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
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        error.cause = atlas::ApiError::Cause::HandshakeFailed;
        error.detail = TransportText::tr("%1 and this computer could not agree on a secure "
                                         "connection (%2).")
                           .arg(reply.url().authority(QUrl::FullyEncoded), reply.errorString());
    }
    error.wasResent = reply.error() == QNetworkReply::RemoteHostClosedError && !hasStatus(reply);
    return error;
}

atlas::ApiError interimError(const QNetworkReply &reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Transport;
    error.cause = Cause::InterimAnswer;
    error.status = answeredStatus(reply);
    error.reason = TransportText::tr("Interim response");
    error.detail = TransportText::tr("Received an interim response (status %1) instead of the "
                                     "final response.")
                       .arg(error.status);
    return error;
}

atlas::ApiError redirectError(const QNetworkReply &reply)
{
    const QUrl location = reply.header(QNetworkRequest::LocationHeader).toUrl();
    const QUrl target = location.isEmpty() ? QUrl() : reply.url().resolved(location);
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Redirected;
    error.status = answeredStatus(reply);
    if (target.host().isEmpty()) {
        error.cause = Cause::NoTarget;
        error.reason = TransportText::tr("Unexpected response");
        error.detail = TransportText::tr("The response has status %1, but no Location header.")
                           .arg(error.status);
        return error;
    }
    error.reason = TransportText::tr("Redirected");
    error.detail = TransportText::tr("The server redirected to %1. Bucketscope does not follow "
                                     "redirects and sent nothing there.")
                       .arg(target
                                .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath
                                          | QUrl::RemoveQuery | QUrl::RemoveFragment)
                                .toString(QUrl::FullyEncoded));
    return error;
}

atlas::ApiError timeOutError(std::chrono::milliseconds deadline, const QNetworkReply *reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::TimedOut;
    error.reason = TransportText::tr("Timed out");
    if (reply && !hasStatus(*reply))
        error.cause = Cause::NoHead;
    const double duration = std::chrono::duration<double>(deadline).count();
    const QString seconds = QLocale().toString(duration, 'g', 3);
    const QString proxy = proxyWaitedFor(reply);
    error.detail = proxy.isEmpty()
        ? TransportText::tr("No complete response within %1 s.").arg(seconds)
        : TransportText::tr("No response through the proxy %1 within %2 s.").arg(proxy, seconds);
    return error;
}

QString describeRequest(const QByteArray &method, const QUrl &url)
{
    return QString::fromLatin1(method) + u' ' + url.toString(QUrl::RemoveUserInfo);
}

} // namespace net
