// SPDX-License-Identifier: Apache-2.0
#include "atlassim/httpfront.h"

#include <QHostAddress>
#include <QMetaEnum>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace atlassim {

namespace {

constexpr std::chrono::milliseconds DripInterval{100};

QByteArray methodName(QHttpServerRequest::Method method)
{
    const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return QByteArray(methods.valueToKey(static_cast<int>(method))).toUpper();
}

HttpRequest read(const QHttpServerRequest &request)
{
    const QUrl url = request.url();
    return {methodName(request.method()),
            normalisedTarget(url.toEncoded()),
            url.path(),
            QUrlQuery(url),
            request.headers(),
            request.body(),
            request.remoteAddress().isLoopback()};
}

void drip(QTcpSocket *socket, const QByteArray &body)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, body, sent = 0]() mutable {
        if (sent == body.size()) {
            timer->deleteLater();
            return;
        }
        socket->write(body.constData() + sent, 1);
        ++sent;
    });
    timer->start(DripInterval);
}

void write(QTcpSocket *socket, const HttpReply &reply)
{
    switch (reply.delivery) {
    case Delivery::Whole:
        socket->write(headOf(reply) + reply.body);
        return;
    case Delivery::CutShort:
        socket->write(headOf(reply) + reply.body.left(reply.body.size() / 2));
        socket->disconnectFromHost();
        return;
    case Delivery::Dropped:
        socket->abort();
        return;
    case Delivery::Dripped:
        socket->write(headOf(reply));
        drip(socket, reply.body);
        return;
    }
}

void send(QTcpSocket *socket, const PlannedReply &planned)
{
    if (socket->state() != QAbstractSocket::ConnectedState)
        return;
    write(socket, planned.reply);
    planned.sent();
}

/// Never less than that, so that no answer is early.
std::chrono::milliseconds untilDue(std::chrono::steady_clock::time_point due)
{
    using namespace std::chrono;
    return std::max(milliseconds(0), ceil<milliseconds>(due - steady_clock::now()));
}

} // namespace

HttpFront::HttpFront(Handler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler))
{
    m_server.setMissingHandler(
        [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            handle(request, responder.socket());
        });
}

HttpFront::~HttpFront() = default;

void HttpFront::useTls(const QSslCertificate &certificate, const QSslKey &key)
{
    m_server.sslSetup(certificate, key);
}

quint16 HttpFront::listen(quint16 port)
{
    return m_server.listen(QHostAddress::LocalHost, port);
}

void HttpFront::handle(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const auto arrival = std::chrono::steady_clock::now();
    const HttpRequest whole = read(request);
    PlannedReply planned = m_handler(whole);
    if (whole.method == "HEAD")
        planned.reply.body.clear();
    const auto wait = untilDue(arrival + planned.delay);
    if (wait.count() == 0) {
        send(socket, planned);
        return;
    }
    QTimer::singleShot(wait, Qt::PreciseTimer, socket,
                       [socket, planned = std::move(planned)] { send(socket, planned); });
}

} // namespace atlassim
