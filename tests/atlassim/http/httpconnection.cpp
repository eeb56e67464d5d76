// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/httpconnection.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace atlassim {

namespace {

constexpr std::chrono::milliseconds DripInterval{100};

/// A refused client is left this long after it has sent its last.
constexpr std::chrono::milliseconds Parting{100};

/// As much of the next requests waits in the socket while one is answered.
constexpr qint64 ReadAhead = 256 * 1024;

/// Never less than that, so that no answer is early.
std::chrono::milliseconds untilDue(std::chrono::steady_clock::time_point due)
{
    using namespace std::chrono;
    return std::max(milliseconds(0), ceil<milliseconds>(due - steady_clock::now()));
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const RequestHandler &handler)
    : QObject(socket), m_socket(socket), m_handler(handler)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(ReadAhead);
    connect(socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(&m_parting, &QTimer::timeout, socket, &QTcpSocket::disconnectFromHost);
    // What came before anybody listened is not told again; a client may be gone already, too.
    if (socket->state() == QAbstractSocket::UnconnectedState)
        socket->deleteLater();
    else
        read();
}

void HttpConnection::read()
{
    if (m_parting.isActive() && m_socket->skip(m_socket->bytesAvailable()) > 0)
        m_parting.start(Parting);
    while (m_state == State::Reading) {
        if (m_socket->bytesAvailable() > 0)
            m_reader.add(m_socket->readAll());
        auto request = m_reader.next();
        if (!request)
            refuse(request.error());
        else if (*request)
            answer(std::move(**request));
        else
            return;
    }
}

void HttpConnection::answer(HttpRequest request)
{
    const auto arrival = std::chrono::steady_clock::now();
    m_state = State::Answering;
    request.fromLoopback = m_socket->peerAddress().isLoopback();
    m_answersHead = request.method == "HEAD";
    m_staysOpen = request.keepsConnection;
    PlannedReply planned = m_handler(request);
    const auto wait = untilDue(arrival + planned.delay);
    if (wait.count() == 0) {
        send(planned);
        return;
    }
    QTimer::singleShot(wait, Qt::PreciseTimer, this, [this, planned = std::move(planned)] {
        send(planned);
        read();
    });
}

void HttpConnection::refuse(HttpReply reply)
{
    m_state = State::Ending;
    reply.headers.emplaceBack("Connection", "close");
    m_socket->write(headOf(reply) + reply.body);
    // A socket that is closed before all was read takes the answer back.
    m_parting.start(Parting);
}

void HttpConnection::send(const PlannedReply &planned)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    deliver(planned.reply);
    planned.sent();
}

void HttpConnection::deliver(HttpReply reply)
{
    if (!m_staysOpen)
        reply.headers.emplaceBack("Connection", "close");
    const QByteArray head = headOf(reply);
    if (m_answersHead)
        reply.body.clear();
    switch (reply.delivery) {
    case Delivery::Whole:
        m_socket->write(head + reply.body);
        finishAnswer();
        return;
    case Delivery::CutShort:
        m_state = State::Ending;
        m_socket->write(head + reply.body.left(reply.body.size() / 2));
        m_socket->disconnectFromHost();
        return;
    case Delivery::Dropped:
        m_state = State::Ending;
        m_socket->abort();
        return;
    case Delivery::Dripped:
        m_socket->write(head);
        drip(reply.body);
        return;
    }
}

void HttpConnection::drip(const QByteArray &body)
{
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, body, sent = 0]() mutable {
        if (sent < body.size()) {
            m_socket->write(body.constData() + sent, 1);
            ++sent;
            return;
        }
        timer->deleteLater();
        timer->stop();
        finishAnswer();
        read();
    });
    timer->start(DripInterval);
}

void HttpConnection::finishAnswer()
{
    m_state = m_staysOpen ? State::Reading : State::Ending;
    if (!m_staysOpen)
        m_socket->disconnectFromHost();
}

} // namespace atlassim
