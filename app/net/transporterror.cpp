// SPDX-License-Identifier: Apache-2.0
#include "net/transporterror.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkReply>

namespace net {

namespace {

struct Translator
{
    Q_DECLARE_TR_FUNCTIONS(net::TransportError)
};

QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Translator::tr("Connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return Translator::tr("Connection closed");
    case QNetworkReply::HostNotFoundError:
        return Translator::tr("Host not found");
    case QNetworkReply::TimeoutError:
        return Translator::tr("Connection timed out");
    case QNetworkReply::SslHandshakeFailedError:
        return Translator::tr("No secure connection");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Translator::tr("Proxy failed");
    default:
        return Translator::tr("Connection failed");
    }
}

} // namespace

atlas::ApiError transportError(const QNetworkReply &reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Transport;
    error.reason = reasonOf(reply.error());
    error.detail = reply.errorString();
    return error;
}

atlas::ApiError redirectError(const QNetworkReply &reply)
{
    const QUrl target = reply.url().resolved(reply.header(QNetworkRequest::LocationHeader).toUrl());
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Redirected;
    error.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    error.reason = Translator::tr("Redirected");
    error.detail =
        Translator::tr("The server points to %1. Nothing was sent there.")
            .arg(target.host().isEmpty() ? Translator::tr("no address")
                                         : target
                                               .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath
                                                         | QUrl::RemoveQuery | QUrl::RemoveFragment)
                                               .toString());
    return error;
}

atlas::ApiError timeOutError(std::chrono::milliseconds deadline)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::TimedOut;
    error.reason = Translator::tr("Timed out");
    const double seconds = std::chrono::duration<double>(deadline).count();
    error.detail = Translator::tr("No complete answer came within %1 s.")
                       .arg(QLocale().toString(seconds, 'g', 3));
    return error;
}

atlas::ApiError tooLargeError(qint64 limit)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Malformed;
    error.reason = Translator::tr("Answer too large");
    error.detail = Translator::tr("The answer is longer than %1; it was not read to its end.")
                       .arg(QLocale().formattedDataSize(limit, 0));
    return error;
}

QString describeRequest(const QByteArray &method, const QUrl &url)
{
    return QString::fromLatin1(method) + u' ' + url.toString(QUrl::RemoveUserInfo);
}

} // namespace net
