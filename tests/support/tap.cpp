// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tap.h"

#include <QTcpSocket>

namespace testsupport {

Tap::Tap(const QUrl &server) : m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &Tap::accept);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QUrl Tap::baseUrl() const
{
    QUrl url = m_server;
    url.setPort(m_listener.serverPort());
    return url;
}

void Tap::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        pass(client, server, m_requests);
        pass(server, client, m_answers);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
    }
}

/// What comes before the connection stands waits in the socket's own buffer.
void Tap::pass(QTcpSocket *from, QTcpSocket *to, QByteArray &copy)
{
    const auto passOn = [from, to, &copy] {
        if (to->state() != QAbstractSocket::ConnectedState)
            return;
        const QByteArray bytes = from->readAll();
        copy += bytes;
        to->write(bytes);
    };
    connect(from, &QTcpSocket::readyRead, this, passOn);
    connect(to, &QTcpSocket::connected, this, passOn);
}

} // namespace testsupport
