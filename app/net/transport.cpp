// SPDX-License-Identifier: Apache-2.0
#include "net/transport.h"

#include "net/bodyreader.h"
#include "net/freedmemory.h"
#include "net/sentsecrets.h"
#include "net/tlsrules.h"
#include "net/transporterror.h"
#include "net/useragent.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThreadPool>

#include <thread>

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

std::unique_ptr<ProxiedAccess> makeManager(ProxyDoor &door)
{
    auto manager = std::make_unique<ProxiedAccess>(door);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    new SentSecrets(manager.get());
    return manager;
}

SentSecrets *secretsSentBy(const QNetworkAccessManager &manager)
{
    return manager.findChild<SentSecrets *>(QString(), Qt::FindDirectChildrenOnly);
}

/// It waits for Qt's HTTP thread, and that for seconds if a server holds it up.
void destroyElsewhere(QNetworkAccessManager *manager)
{
    SentSecrets *const sent = secretsSentBy(*manager);
    for (QObject *object : {static_cast<QObject *>(manager), static_cast<QObject *>(sent)}) {
        object->setParent(nullptr);
        object->moveToThread(nullptr);
    }
    QThreadPool::globalInstance()->start([manager, sent] {
        delete manager;
        delete sent;
        overwriteFreedMemory();
        // A new thread takes over the heap of the one that ended last: Qt's HTTP thread, which has
        // held each request's head.
        std::thread(overwriteFreedMemory).join();
        // It waits for all that run here before it goes.
        QMetaObject::invokeMethod(QCoreApplication::instance(), overwriteFreedMemory,
                                  Qt::QueuedConnection);
    });
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
    : QObject(parent), m_baseUrl(baseUrl.url()), m_extraAuthorities(extraAuthorities),
      m_manager(makeManager(m_door))
{ }

Transport::~Transport()
{
    const auto managers = findChildren<QNetworkAccessManager *>(Qt::FindDirectChildrenOnly);
    for (QNetworkAccessManager *retired : managers)
        destroyElsewhere(retired);
    destroyElsewhere(m_manager.release());
}

void Transport::renewConnections()
{
    const auto replies = m_manager->findChildren<QNetworkReply *>();
    if (replies.isEmpty())
        return;
    QNetworkAccessManager *retired = m_manager.release();
    retired->setParent(this);
    m_manager = makeManager(m_door);
    // Other calls may still be answered through it.
    const auto left = std::make_shared<qsizetype>(replies.size());
    const auto noteDestroyed = [retired, left] {
        if (--*left == 0)
            destroyElsewhere(retired);
    };
    for (const QNetworkReply *reply : replies)
        connect(reply, &QObject::destroyed, this, noteDestroyed, Qt::QueuedConnection);
}

QUrl Transport::urlOf(const atlas::RequestTarget &target) const
{
    QUrl url = m_baseUrl;
    url.setPath(target.path);
    url.setQuery(target.query);
    return url;
}

QNetworkReply *Transport::get(const atlas::RequestTarget &target, const QByteArray &authorization)
{
    QNetworkRequest request = makeRequest(urlOf(target), authorization);
    request.setRawHeader("Accept", target.version.acceptHeader());
    m_manager->chooseProxyFor(request.url());
    return watch(m_manager->get(request), "GET");
}

QNetworkReply *Transport::post(OAuthCall call, const QByteArray &authorization,
                               const QByteArray &form)
{
    QUrl url = m_baseUrl;
    url.setPath(pathOf(call));
    QNetworkRequest request = makeRequest(url, authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Accept", "application/json");
    m_manager->chooseProxyFor(url);
    return watch(m_manager->post(request, secretsSentBy(*m_manager)->copyOf(form)), "POST");
}

QNetworkRequest Transport::makeRequest(const QUrl &url, const QByteArray &authorization)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", userAgent());
    // Said by us, so that it is for us to decompress; see BodyReader.
    request.setRawHeader("Accept-Encoding", BodyReader::AcceptedEncoding);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", secretsSentBy(*m_manager)->copyOf(authorization));
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

QNetworkReply *Transport::watch(QNetworkReply *reply, const QByteArray &method)
{
    auto progress = std::make_shared<Progress>();
    progress->timer.start();
    const QDateTime sent = QDateTime::currentDateTimeUtc();
    connect(reply, &QNetworkReply::downloadProgress, this,
            [progress](qint64 received, qint64) { progress->size = received; });
    connect(reply, &QNetworkReply::finished, this, [this, reply, progress, method, sent] {
        const int status = statusOf(*reply);
        Q_EMIT exchanged({sent, method, reply->url().adjusted(QUrl::RemoveUserInfo), status,
                          status == 0 ? failureText(*reply) : QString(),
                          std::chrono::milliseconds(progress->timer.elapsed()), progress->size,
                          rateLimitOf(*reply), deprecationOf(*reply)});
    });
    return reply;
}

} // namespace net
