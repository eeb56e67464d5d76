// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/oddproxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

OddProxy::OddProxy(Manner manner, const QByteArray &answer)
    : OddProxy(manner, QList<QByteArray>{answer})
{ }

OddProxy::OddProxy(Manner manner, const QList<QByteArray> &answers)
    : m_manner(manner), m_answers(answers)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(); });
    m_server.listen(QHostAddress::LocalHost);
}

QString OddProxy::address() const
{
    return u"127.0.0.1:"_s + QString::number(m_server.serverPort());
}

void OddProxy::serve()
{
    QTcpSocket *socket = m_server.nextPendingConnection();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
        const QByteArray request = socket->readAll();
        if (!request.endsWith("\r\n\r\n"))
            return;
        m_requests.append(request);
        answer(*socket);
    });
}

void OddProxy::answer(QTcpSocket &socket)
{
    if (m_manner == Manner::Answers || m_manner == Manner::Keeps)
        socket.write(m_answers[(m_requests.size() - 1) % m_answers.size()]);
    if (m_manner == Manner::Answers || m_manner == Manner::HangsUp)
        socket.disconnectFromHost();
}

} // namespace testsupport
