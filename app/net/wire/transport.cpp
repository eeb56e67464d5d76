// SPDX-License-Identifier: Apache-2.0
#include "net/wire/transport.h"

#include "net/headers/useragent.h"
#include "net/wire/bodyreader.h"
#include "net/wire/tlsrules.h"
#include "net/wire/transporterror.h"

#include <QElapsedTimer>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

QString pathOf(Transport::OAuthCall call)
{
    switch (call) {
    case Transport::OAuthCall::Token:
        return u"/api/oauth/token"_s;
    case Transport::OAuthCall::Revoke:
        return u"/api/oauth/revoke"_s;
    }
    Q_UNREACHABLE();
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Whether it could be that there are more connections than somebody on the way bears.
bool isBreak(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
        return true;
    default:
        return false;
    }
}

/// Body bytes so far, as sent: the reader may have taken them out of the reply already.
struct Progress
{
    QElapsedTimer timer;
    qint64 size = 0;
};

} // namespace

Transport::Transport(const accounts::BaseUrl &baseUrl,
                     const QList<QSslCertificate> &extraAuthorities, QObject *parent)
    : QObject(parent), m_baseUrl(baseUrl.url()), m_extraAuthorities(extraAuthorities)
{ }

Transport::~Transport() = default;

QUrl Transport::urlOf(const atlas::RequestTarget &target) const
{
    QUrl url = m_baseUrl;
    url.setPath(target.path);
    url.setQuery(target.query);
    return url;
}

QNetworkReply *Transport::get(const atlas::RequestTarget &target, const QByteArray &authorization,
                              const Place &place)
{
    QNetworkRequest request = makeRequest(urlOf(target));
    request.setRawHeader("Accept", target.version.acceptHeader());
    return watch(place.lane().get(request, authorization), "GET", place.laneNumber());
}

QNetworkReply *Transport::post(OAuthCall call, const QByteArray &authorization,
                               const QByteArray &form)
{
    QUrl url = m_baseUrl;
    url.setPath(pathOf(call));
    QNetworkRequest request = makeRequest(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Accept", "application/json");
    return watch(m_lanes.first().post(request, authorization, form), "POST", 0);
}

QNetworkRequest Transport::makeRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    // Said by us, so that it is for us to decompress; see BodyReader.
    request.setRawHeader("Accept-Encoding", BodyReader::AcceptedEncoding);
    // Over HTTP/2 Qt 6.4 delivers a 401 with a Digest challenge without its body.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(tls());
    return request;
}

const QSslConfiguration &Transport::tls()
{
    if (!m_tls)
        m_tls = tlsConfiguration(m_extraAuthorities);
    return *m_tls;
}

QNetworkReply *Transport::watch(QNetworkReply *reply, const QByteArray &method, int laneNumber)
{
    auto progress = std::make_shared<Progress>();
    progress->timer.start();
    const QDateTime sent = QDateTime::currentDateTimeUtc();
    connect(reply, &QNetworkReply::downloadProgress, this,
            [progress](qint64 received, qint64) { progress->size = received; });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, progress, method, sent, laneNumber] {
                noteEnd(*reply, laneNumber);
                const int status = statusOf(*reply);
                Q_EMIT exchanged({sent, method, reply->url().adjusted(QUrl::RemoveUserInfo), status,
                                  status == 0 ? failureOf(*reply) : atlas::Wording(),
                                  std::chrono::milliseconds(progress->timer.elapsed()),
                                  progress->size, rateLimitOf(*reply), deprecationOf(*reply)});
            });
    return reply;
}

void Transport::noteEnd(const QNetworkReply &reply, int laneNumber)
{
    if (isBreak(reply.error()))
        m_lanes.noteBreak(laneNumber);
    else if (statusOf(reply) != 0)
        m_lanes.noteAnswer(laneNumber);
}

} // namespace net
