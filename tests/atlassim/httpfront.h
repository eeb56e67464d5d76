// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlassim/httpreply.h"
#include "atlassim/httprequest.h"

#include <QHttpServer>
#include <QObject>
#include <QSslCertificate>
#include <QSslKey>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace atlassim {

/// An answer, when to send it, and whom to tell.
struct PlannedReply
{
    HttpReply reply;
    /// From when the request came; the time that it took to make the answer is part of it.
    std::chrono::milliseconds delay{0};
    /// Called when the answer was handed to the socket; not if the client left before.
    std::function<void()> sent{};
};

/// The HTTP/1.1 side on 127.0.0.1: reads requests with QHttpServer, writes answers itself.
///
/// QHttpServer's own ways of answering (Qt 6.4.2) can neither cut an answer short, nor drop a
/// connection, nor drip a body, and want a QFuture for a late answer. So every request goes to the
/// missing handler, which hands out the socket. A second request sent on a connection before the
/// first is answered (pipelining) is answered on its own time: Qt and curl do not do that.
class HttpFront : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<PlannedReply(const HttpRequest &)>;

    explicit HttpFront(Handler handler, QObject *parent = nullptr);
    ~HttpFront() override;

    /// Serves HTTPS from the next listen() on.
    void useTls(const QSslCertificate &certificate, const QSslKey &key);

    /// Listens on 127.0.0.1; returns the port, or 0 if it is taken.
    quint16 listen(quint16 port);

private:
    void handle(const QHttpServerRequest &request, QTcpSocket *socket);

    QHttpServer m_server;
    Handler m_handler;
};

} // namespace atlassim
