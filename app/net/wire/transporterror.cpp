// SPDX-License-Identifier: Apache-2.0
#include "net/wire/transporterror.h"

#include "net/proxy/proxyproblem.h"
#include "net/wire/certificateproblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkReply>

namespace net {

namespace {

using atlas::Wording;
using Cause = atlas::ApiError::Cause;

/// Qt's, to be found in Qt's translations alone.
constexpr auto HandshakeContext = "QSslSocket";
constexpr auto HandshakeText = "Error during SSL handshake: %1";

/// `text` must be marked for translation in that context.
Wording own(const char *text, const std::vector<Wording> &values = {})
{
    return {"net::TransportError", text, values};
}

/// Null where there are no words of ours.
const char *knownReasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QT_TRANSLATE_NOOP("net::TransportError", "Connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return QT_TRANSLATE_NOOP("net::TransportError", "Connection closed");
    case QNetworkReply::HostNotFoundError:
        return QT_TRANSLATE_NOOP("net::TransportError", "Host not found");
    case QNetworkReply::TimeoutError:
        return QT_TRANSLATE_NOOP("net::TransportError", "Connection timed out");
    case QNetworkReply::SslHandshakeFailedError:
        return QT_TRANSLATE_NOOP("net::TransportError", "No secure connection");
    case QNetworkReply::OperationCanceledError:
        return QT_TRANSLATE_NOOP("net::TransportError", "Stopped");
    default:
        return nullptr;
    }
}

Wording reasonOf(QNetworkReply::NetworkError error)
{
    const char *known = knownReasonOf(error);
    return own(known ? known : QT_TRANSLATE_NOOP("net::TransportError", "Connection failed"));
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

/// Of a head with too many lines, Qt 6.4 knows the status alone, and waits for an end that it
/// cannot tell.
bool hasHead(const QNetworkReply &reply)
{
    return hasStatus(reply) && !reply.rawHeaderList().isEmpty();
}

/// The proxy that has let a call wait; empty if it went without, or the answer has begun.
QString proxyWaitedFor(const QNetworkReply *reply)
{
    return reply && !hasStatus(*reply) ? proxyAddressOf(*reply) : QString();
}

/// What the library for TLS has said, without the words of Qt that stand before it in the language
/// of the moment.
QString handshakeFailure(const QNetworkReply &reply)
{
    const QString before =
        QCoreApplication::translate(HandshakeContext, HandshakeText).section(u'%', 0, 0);
    const QString text = reply.errorString();
    return text.startsWith(before) ? text.sliced(before.size()) : text;
}

/// Qt's own words are in the language of the moment, and name the host as its letters look, which
/// may be those of another.
Wording detailOf(const QNetworkReply &reply)
{
    const QString server = reply.url().authority(QUrl::FullyEncoded);
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return own(QT_TRANSLATE_NOOP("net::TransportError", "%1 refused the connection."),
                   {server});
    case QNetworkReply::RemoteHostClosedError:
        return own(QT_TRANSLATE_NOOP("net::TransportError",
                                     "The connection to %1 was closed before the response was "
                                     "complete."),
                   {server});
    case QNetworkReply::HostNotFoundError:
        return own(QT_TRANSLATE_NOOP("net::TransportError", "%1 could not be found."),
                   {reply.url().host(QUrl::FullyEncoded)});
    case QNetworkReply::TimeoutError:
        return own(QT_TRANSLATE_NOOP("net::TransportError", "The connection to %1 timed out."),
                   {server});
    case QNetworkReply::SslHandshakeFailedError:
        return own(QT_TRANSLATE_NOOP("net::TransportError",
                                     "%1 and this computer could not agree on a secure "
                                     "connection (%2)."),
                   {server, handshakeFailure(reply)});
    default:
        return reply.errorString();
    }
}

} // namespace

Wording failureOf(const QNetworkReply &reply)
{
    if (const auto atProxy = proxyError(reply))
        return atProxy->ownReason;
    const char *known = knownReasonOf(reply.error());
    return known ? own(known) : Wording(reply.errorString());
}

atlas::ApiError connectionError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    if (!tlsErrors.isEmpty() && reply.error() == QNetworkReply::SslHandshakeFailedError)
        return certificateError(reply.url(), tlsErrors);
    if (auto atProxy = proxyError(reply))
        return *atProxy;
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Transport;
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        error.cause = Cause::HandshakeFailed;
    atlas::word(error, reasonOf(reply.error()), detailOf(reply));
    error.wasResent = reply.error() == QNetworkReply::RemoteHostClosedError && !hasStatus(reply);
    return error;
}

atlas::ApiError interimError(const QNetworkReply &reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Transport;
    error.cause = Cause::InterimAnswer;
    error.status = answeredStatus(reply);
    atlas::word(error, own(QT_TRANSLATE_NOOP("net::TransportError", "Interim response")),
                own(QT_TRANSLATE_NOOP("net::TransportError",
                                      "Received an interim response (status %1) instead of the "
                                      "final response."),
                    {QString::number(error.status)}));
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
        atlas::word(error, own(QT_TRANSLATE_NOOP("net::TransportError", "Unexpected response")),
                    own(QT_TRANSLATE_NOOP("net::TransportError",
                                          "The response has status %1, but no Location header."),
                        {QString::number(error.status)}));
        return error;
    }
    const QString origin = target
                               .adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                                         | QUrl::RemoveFragment)
                               .toString(QUrl::FullyEncoded);
    atlas::word(error, own(QT_TRANSLATE_NOOP("net::TransportError", "Redirected")),
                own(QT_TRANSLATE_NOOP("net::TransportError",
                                      "The server redirected to %1. Bucketscope does not follow "
                                      "redirects and sent nothing there."),
                    {origin}));
    return error;
}

atlas::ApiError timeOutError(std::chrono::milliseconds deadline, const QNetworkReply *reply)
{
    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::TimedOut;
    if (reply && !hasHead(*reply))
        error.cause = Cause::NoHead;
    const double duration = std::chrono::duration<double>(deadline).count();
    const QString seconds = QLocale().toString(duration, 'g', 3);
    const QString proxy = proxyWaitedFor(reply);
    const Wording detail = proxy.isEmpty()
        ? own(QT_TRANSLATE_NOOP("net::TransportError", "No complete response within %1 s."),
              {seconds})
        : own(QT_TRANSLATE_NOOP("net::TransportError",
                                "No response through the proxy %1 within %2 s."),
              {proxy, seconds});
    atlas::word(error, own(QT_TRANSLATE_NOOP("net::TransportError", "Timed out")), detail);
    return error;
}

QString describeRequest(const QByteArray &method, const QUrl &url)
{
    return QString::fromLatin1(method) + u' '
        + url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
}

} // namespace net
