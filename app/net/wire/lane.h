// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/proxy/proxiedaccess.h"

#include <QNetworkRequest>
#include <QObject>

#include <memory>

class QNetworkReply;

namespace net {

class ProxyDoor;
class Transport;

/// Connections to one host, and what is under way over them. A server that holds up one lane holds
/// up no other: each has a thread of Qt's of its own. Lives on the UI thread.
class Lane final : public QObject
{
    Q_OBJECT

public:
    /// How many requests a lane has on their way at a time: so many connections a
    /// QNetworkAccessManager opens to a host. More would wait inside it.
    static constexpr int Connections = 6;

    /// Opens when it is first sent by. `door` must outlive this.
    explicit Lane(ProxyDoor &door);
    /// Waits for no server: what is under way ends on other threads.
    ~Lane() override;

    /// Sends a GET. The caller owns the reply.
    QNetworkReply *get(QNetworkRequest request, const QByteArray &authorization);

    /// Sends what comes from now on over new connections, unless nothing waits on those in use. To
    /// be called when an answer did not come in time: while a server feeds it a head without an
    /// end, Qt's HTTP thread does nothing else (Qt 6.4), and all that is sent through it waits.
    void renewConnections();

    bool isOpen() const { return m_manager != nullptr; }
    /// Gives connections and thread back. It opens again when it is sent by.
    void close();

private:
    /// It alone says what may be sent besides GETs.
    friend class Transport;

    /// Sends a form. The caller owns the reply.
    QNetworkReply *post(QNetworkRequest request, const QByteArray &authorization,
                        const QByteArray &form);
    ProxiedAccess &managerFor(QNetworkRequest &request, const QByteArray &authorization);
    void retire();

    ProxyDoor &m_door;
    std::unique_ptr<ProxiedAccess> m_manager;
};

} // namespace net
