// SPDX-License-Identifier: Apache-2.0
#include "tests/atlassim/http/httpfront.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include <chrono>
#include <utility>

namespace atlassim {

namespace {

/// Longer than any client of a test waits.
constexpr std::chrono::milliseconds HandshakeLimit = std::chrono::minutes(2);

std::unique_ptr<QTcpServer> tlsServer(const QSslCertificate &certificate, const QSslKey &key)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    server->setSslConfiguration(configuration);
    server->setHandshakeTimeout(static_cast<int>(HandshakeLimit.count()));
    return server;
}

} // namespace

HttpFront::HttpFront(RequestHandler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler))
{ }

HttpFront::~HttpFront() = default;

void HttpFront::useTls(const QSslCertificate &certificate, const QSslKey &key)
{
    m_certificate = certificate;
    m_key = key;
}

quint16 HttpFront::listen(quint16 port)
{
    m_server = m_key.isNull() ? std::make_unique<QTcpServer>() : tlsServer(m_certificate, m_key);
    // Over TLS, newConnection() comes before the handshake.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this,
            &HttpFront::serveWhoComes);
    return m_server->listen(QHostAddress::LocalHost, port) ? m_server->serverPort() : quint16(0);
}

void HttpFront::serveWhoComes()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection())
        new HttpConnection(socket, m_handler);
}

} // namespace atlassim
