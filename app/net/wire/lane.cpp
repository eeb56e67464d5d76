// SPDX-License-Identifier: Apache-2.0
#include "net/wire/lane.h"

#include "net/proxy/proxydoor.h"
#include "net/wire/freedmemory.h"
#include "net/wire/freestack.h"
#include "net/wire/leftregisters.h"
#include "net/wire/sentsecrets.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace net {

namespace {

constexpr auto EndOfThread = 500ms;

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
    // Sending has left parts of what was sent; threads that start here would take them over.
    clearVectorRegisters();
    QThreadPool::globalInstance()->start([manager, sent] {
        delete manager;
        delete sent;
        overwriteFreedMemory();
        // Searching for what was sent has left parts of it here.
        clearVectorRegisters();
        overwriteFreeStack();
        // Qt's HTTP thread has held each request's head, and what was sent.
        overwriteLeftStacks();
        // It waits for all that run here before it goes.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [] {
                overwriteFreedMemory();
                // QThread::wait() does not wait until the system has let go of the thread.
                QTimer::singleShot(EndOfThread, QCoreApplication::instance(), [] {
                    QThreadPool::globalInstance()->start(overwriteLeftStacks);
                });
            },
            Qt::QueuedConnection);
    });
}

} // namespace

Lane::Lane(ProxyDoor &door) : m_door(door) { }

Lane::~Lane()
{
    const auto managers = findChildren<QNetworkAccessManager *>(Qt::FindDirectChildrenOnly);
    for (QNetworkAccessManager *retired : managers)
        destroyElsewhere(retired);
    if (m_manager)
        destroyElsewhere(m_manager.release());
}

QNetworkReply *Lane::get(QNetworkRequest request, const QByteArray &authorization)
{
    return managerFor(request, authorization).get(request);
}

QNetworkReply *Lane::post(QNetworkRequest request, const QByteArray &authorization,
                          const QByteArray &form)
{
    ProxiedAccess &manager = managerFor(request, authorization);
    return manager.post(request, secretsSentBy(manager)->copyOf(form));
}

void Lane::renewConnections()
{
    if (m_manager && m_manager->findChild<QNetworkReply *>())
        retire();
}

void Lane::close()
{
    if (m_manager)
        retire();
}

/// The manager, ready to send `request`, which is given its authorization.
ProxiedAccess &Lane::managerFor(QNetworkRequest &request, const QByteArray &authorization)
{
    if (!m_manager)
        m_manager = makeManager(m_door);
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", secretsSentBy(*m_manager)->copyOf(authorization));
    m_manager->chooseProxyFor(request.url());
    return *m_manager;
}

/// Requests may still be answered through it.
void Lane::retire()
{
    QNetworkAccessManager *const retired = m_manager.release();
    const auto replies = retired->findChildren<QNetworkReply *>();
    if (replies.isEmpty()) {
        destroyElsewhere(retired);
        return;
    }
    retired->setParent(this);
    const auto left = std::make_shared<qsizetype>(replies.size());
    const auto noteDestroyed = [retired, left] {
        if (--*left == 0)
            destroyElsewhere(retired);
    };
    for (const QNetworkReply *reply : replies)
        connect(reply, &QObject::destroyed, this, noteDestroyed, Qt::QueuedConnection);
}

} // namespace net
