// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recordingserver.h"

#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

/// Head and body, if all of it is there.
bool isWhole(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = request.first(end).toLower();
    const qsizetype at = head.indexOf("\r\ncontent-length:");
    if (at < 0)
        return true;
    const qsizetype value = at + qsizetype(sizeof "\r\ncontent-length:") - 1;
    const qsizetype lineEnd = head.indexOf("\r\n", value);
    const QByteArray length = head.mid(value, lineEnd < 0 ? -1 : lineEnd - value).trimmed();
    return request.size() >= end + 4 + length.toLongLong();
}

} // namespace

RecordingServer::RecordingServer(Answer answer, const QHostAddress &address)
    : m_answer(std::move(answer))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RecordingServer::accept);
    if (!m_server.listen(address))
        qFatal("cannot listen");
}

QUrl RecordingServer::baseUrl() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    return url;
}

void RecordingServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_unanswered.remove(socket);
            socket->deleteLater();
        });
    }
}

void RecordingServer::read(QTcpSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_received += bytes;
    QByteArray &request = m_unanswered[socket];
    request += bytes;
    if (!isWhole(request))
        return;
    m_requests.append(request);
    socket->write(m_answer(request));
    request.clear();
    socket->disconnectFromHost();
}

bool hasHeader(const QByteArray &request, const QByteArray &name)
{
    return request.toLower().contains(QByteArray("\r\n" + name.toLower() + ":"));
}

QByteArray httpAnswer(int status, const QList<QByteArray> &headerLines, const QByteArray &body)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " X\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n";
    for (const QByteArray &line : headerLines)
        answer += line + "\r\n";
    return answer + "\r\n" + body;
}

} // namespace testsupport
