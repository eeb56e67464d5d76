// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxydoor.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

/// Too long to be guessed by others on this computer.
QByteArray makePass()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return "Pass "
        + QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex();
}

} // namespace

ProxyDoor::ProxyDoor(QObject *parent) : QObject(parent), m_pass(makePass())
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &ProxyDoor::letIn);
}

ProxyDoor::~ProxyDoor() = default;

QNetworkProxy ProxyDoor::inFrontOf(const QNetworkProxy &proxy)
{
    m_proxy = proxy;
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost))
        m_failure = ProxyFailure{atlas::ApiError::Cause::Unnamed, m_server.errorString()};
    // Port 0, where it could not be opened, takes no connection.
    QNetworkProxy door(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, m_server.serverPort());
    door.setRawHeader("Proxy-Authorization", m_pass);
    return door;
}

void ProxyDoor::letIn()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        new ProxyTunnel(
            client, {m_proxy, m_pass, &m_passwords},
            [this](const std::optional<ProxyFailure> &failure) { m_failure = failure; }, this);
    }
}

} // namespace net
