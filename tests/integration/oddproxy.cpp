// SPDX-License-Identifier: Apache-2.0
#include "integration/oddproxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

OddProxy::OddProxy(Manner manner, const QByteArray &answer)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                     [this, manner, answer] { serve(manner, answer); });
    m_server.listen(QHostAddress::LocalHost);
}

QString OddProxy::address() const
{
    return u"127.0.0.1:"_s + QString::number(m_server.serverPort());
}

void OddProxy::serve(Manner manner, const QByteArray &answer)
{
    QTcpSocket *socket = m_server.nextPendingConnection();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, manner, answer] {
        socket->readAll();
        if (manner == Manner::Answers)
            socket->write(answer);
        if (manner != Manner::IsSilent)
            socket->disconnectFromHost();
    });
}

} // namespace testsupport
