// SPDX-License-Identifier: Apache-2.0
#include "rawconnection.h"

#include "rawserver.h"

#include <QRegularExpression>

#include <array>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

namespace hostile {

namespace {

/// The length of the body that a request's head announces.
qsizetype bodyLength(const QByteArray &head)
{
    static const QRegularExpression pattern(u"\r\ncontent-length:\\s*(\\d+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromLatin1(head)).captured(1).toInt();
}

} // namespace

RawConnection::RawConnection(RawServer &server, QTcpSocket *socket)
    : QObject(&server), m_server(server), m_socket(socket)
{
    socket->setParent(this);
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &RawConnection::sendStep);
    connect(socket, &QTcpSocket::readyRead, this, [this] {
        m_received += m_socket->readAll();
        readRequest();
    });
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    // Later: the socket writes for as long as there is something to write, and whoever reads as
    // fast as this writes would keep it from all else.
    connect(
        socket, &QTcpSocket::bytesWritten, this,
        [this] {
            if (m_playing && m_script.endless && m_socket->bytesToWrite() == 0)
                playNextStep();
        },
        Qt::QueuedConnection);
    if (const auto script = server.scriptAtOnce())
        play(*script);
}

void RawConnection::readRequest()
{
    const qsizetype headLength = m_received.indexOf("\r\n\r\n") + 4;
    if (m_playing || headLength < 4)
        return;
    const QByteArray head = m_received.first(headLength);
    const qsizetype length = headLength + bodyLength(head);
    if (m_received.size() < length)
        return;
    m_received.remove(0, length);
    const QString target = QString::fromLatin1(head.split(' ').value(1));
    m_server.note(target);
    play(m_server.scriptFor(target));
}

void RawConnection::play(const Script &script)
{
    m_script = script;
    m_step = 0;
    m_playing = true;
    playNextStep();
}

void RawConnection::playNextStep()
{
    if (m_step == m_script.steps.size()) {
        end();
        return;
    }
    const auto pause = m_script.steps[m_step].pause;
    if (pause.count() > 0)
        m_pause.start(pause);
    else
        sendStep();
}

void RawConnection::sendStep()
{
    const bool isLast = m_step + 1 == m_script.steps.size();
    m_socket->write(m_script.steps[m_step].bytes);
    if (m_script.endless && isLast)
        return; // bytesWritten() goes on.
    ++m_step;
    playNextStep();
}

void RawConnection::end()
{
    m_playing = false;
    switch (m_script.end) {
    case Script::End::KeepOpen:
        readRequest();
        return;
    case Script::End::Close:
        m_socket->disconnectFromHost();
        return;
    case Script::End::Reset:
        break;
    }
    while (m_socket->bytesToWrite() > 0 && m_socket->flush()) { }
    const std::array<int, 2> noLingering{1, 0}; // struct linger
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 noLingering.data(), sizeof noLingering);
    m_socket->abort();
}

} // namespace hostile
