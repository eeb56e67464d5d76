// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxytunnel.h"

#include "accounts/secrets/secret.h"
#include "net/headers/digestsigner.h"
#include "net/headers/useragent.h"
#include "net/proxy/proxysignin.h"

#include <QList>

#include <utility>

namespace net {

namespace {

using Cause = atlas::ApiError::Cause;

/// Far beyond any real one.
constexpr qint64 LargestHead = 64 * 1024;
/// What may wait in a tunnel, in each direction.
constexpr qint64 RelayBufferSize = 256 * 1024;
constexpr int ProxyAsksForSignIn = 407;

/// Takes a head out of the socket, with the empty line at its end; nothing if it is not whole yet.
std::optional<QByteArray> takeHead(QTcpSocket &socket)
{
    const qsizetype end = socket.peek(LargestHead).indexOf("\r\n\r\n");
    return end < 0 ? std::nullopt : std::optional(socket.read(end + 4));
}

bool holdsTooMuch(const QTcpSocket &socket)
{
    return socket.bytesAvailable() >= LargestHead;
}

/// All values of a header, separated by commas. `name` in lower case.
QByteArray valuesOf(const QByteArray &head, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == name)
            values.append(line.sliced(colon + 1).trimmed());
    }
    return values.join(", ");
}

/// 0 if this is no HTTP.
int statusIn(const QByteArray &head)
{
    return head.startsWith("HTTP/1.") ? head.mid(9, 3).toInt() : 0;
}

Cause causeOfStatus(int status)
{
    switch (status) {
    case 0:
        return Cause::Unnamed;
    case 403:
    case 405:
        return Cause::Forbidden;
    default:
        return Cause::Unreachable;
    }
}

ProxyFailure failureOf(const QTcpSocket &socket)
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return {Cause::Refused, {}};
    case QAbstractSocket::HostNotFoundError:
        return {Cause::NotFound, {}};
    case QAbstractSocket::RemoteHostClosedError:
        return {Cause::Closed, {}};
    default:
        return {Cause::Unnamed, socket.errorString()};
    }
}

void handOn(QTcpSocket &from, QTcpSocket &to)
{
    while (from.bytesAvailable() > 0 && to.bytesToWrite() < RelayBufferSize)
        to.write(from.read(RelayBufferSize));
}

void handOnAsItComes(QTcpSocket *from, QTcpSocket *to)
{
    const auto go = [from, to] {
        handOn(*from, *to);
    };
    QObject::connect(from, &QTcpSocket::readyRead, to, go);
    QObject::connect(to, &QTcpSocket::bytesWritten, from, go);
    QObject::connect(from, &QTcpSocket::disconnected, to, [from, to] {
        to->write(from->readAll());
        to->disconnectFromHost();
    });
    go();
}

} // namespace

ProxyTunnel::ProxyTunnel(QTcpSocket *client, Route route, Outcome outcome, QObject *parent)
    : QObject(parent), m_route(std::move(route)), m_outcome(std::move(outcome)), m_client(client)
{
    m_client->setParent(this);
    m_client->setReadBufferSize(RelayBufferSize);
    connect(m_client, &QTcpSocket::readyRead, this, &ProxyTunnel::readRequest);
    connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    readRequest();
}

ProxyTunnel::~ProxyTunnel()
{
    endTrial();
    accounts::wipe(m_signIn);
}

void ProxyTunnel::readRequest()
{
    const auto head = takeHead(*m_client);
    if (!head) {
        if (holdsTooMuch(*m_client))
            m_client->abort();
        return;
    }
    const QList<QByteArray> words = head->first(head->indexOf('\r')).split(' ');
    const bool isOurs = words.size() == 3 && words[0] == "CONNECT"
        && valuesOf(*head, "proxy-authorization") == m_route.pass;
    if (!isOurs) {
        m_client->abort();
        return;
    }
    disconnect(m_client, &QTcpSocket::readyRead, this, nullptr);
    m_target = words[1];
    askProxy();
}

/// Over a connection of its own, so that it does not matter what the proxy does with the last one.
void ProxyTunnel::askProxy()
{
    if (m_proxy) {
        disconnect(m_proxy, nullptr, this, nullptr);
        m_proxy->deleteLater();
    }
    m_proxy = new QTcpSocket(this);
    m_proxy->setProxy(QNetworkProxy::NoProxy);
    m_proxy->setReadBufferSize(RelayBufferSize);
    connect(m_proxy, &QTcpSocket::connected, this, [this] {
        m_proxy->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_proxy->write("CONNECT " + m_target + " HTTP/1.1\r\nHost: " + m_target
                       + "\r\nUser-Agent: " + userAgent() + "\r\n");
        if (!m_signIn.isEmpty())
            m_proxy->write("Proxy-Authorization: " + m_signIn + "\r\n");
        m_proxy->write("\r\n");
    });
    connect(m_proxy, &QTcpSocket::readyRead, this, &ProxyTunnel::readAnswer);
    connect(m_proxy, &QTcpSocket::errorOccurred, this, &ProxyTunnel::noteLost);
    m_proxy->connectToHost(m_route.proxy.hostName(), m_route.proxy.port());
}

void ProxyTunnel::readAnswer()
{
    if (const auto head = takeHead(*m_proxy))
        judge(*head);
    else if (holdsTooMuch(*m_proxy))
        fail({Cause::Unnamed, {}});
}

void ProxyTunnel::judge(const QByteArray &head)
{
    const int status = statusIn(head);
    if (status >= 200 && status < 300)
        relay();
    else if (status == ProxyAsksForSignIn)
        signIn(head);
    else
        fail({causeOfStatus(status), {}});
}

/// Once. A password that is sent again and again locks accounts.
void ProxyTunnel::signIn(const QByteArray &head)
{
    using Standing = ProxyPasswords::Standing;
    if (!m_signIn.isEmpty()) {
        noteRefused(head);
        fail({Cause::PasswordRefused, {}});
        return;
    }
    switch (m_route.passwords ? m_route.passwords->standing(m_route.proxy) : Standing::Refused) {
    case Standing::Untried:
    case Standing::Accepted:
        answerChallenges(head);
        return;
    case Standing::OnTrial:
        waitForTrial(head);
        return;
    case Standing::Refused:
        fail({Cause::PasswordRefused, {}});
        return;
    }
    Q_UNREACHABLE();
}

void ProxyTunnel::waitForTrial(const QByteArray &head)
{
    // It may hang up meanwhile: the next request goes over another connection anyway.
    disconnect(m_proxy, nullptr, this, nullptr);
    connect(
        m_route.passwords, &ProxyPasswords::decided, this, [this, head] { signIn(head); },
        Qt::SingleShotConnection);
}

void ProxyTunnel::answerChallenges(const QByteArray &head)
{
    auto answer =
        answerProxyChallenges(valuesOf(head, "proxy-authenticate"), m_route.proxy, m_target);
    if (!answer) {
        fail({answer.error(), {}});
        return;
    }
    m_signIn = std::move(*answer);
    if (m_route.passwords->standing(m_route.proxy) == ProxyPasswords::Standing::Untried) {
        m_isOnTrial = true;
        m_route.passwords->begin(m_route.proxy);
    }
    askProxy();
}

/// A nonce that is too old says nothing of the password.
void ProxyTunnel::noteRefused(const QByteArray &head)
{
    const auto challenge = DigestChallenge::fromHeader(valuesOf(head, "proxy-authenticate"));
    if (!m_route.passwords || (challenge && challenge->isStale))
        return;
    m_isOnTrial = false;
    m_route.passwords->noteRefused(m_route.proxy);
}

void ProxyTunnel::endTrial()
{
    if (std::exchange(m_isOnTrial, false) && m_route.passwords)
        m_route.passwords->noteUndecided(m_route.proxy);
}

void ProxyTunnel::relay()
{
    disconnect(m_proxy, nullptr, this, nullptr);
    connect(m_proxy, &QTcpSocket::disconnected, this, [this] {
        if (m_client->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    });
    m_outcome(std::nullopt);
    if (!m_signIn.isEmpty() && m_route.passwords) {
        m_isOnTrial = false;
        m_route.passwords->noteAccepted(m_route.proxy);
    }
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_client->write("HTTP/1.1 200 OK\r\n\r\n");
    handOnAsItComes(m_client, m_proxy);
    handOnAsItComes(m_proxy, m_client);
}

void ProxyTunnel::noteLost()
{
    // What it said before it hung up.
    if (m_proxy->error() == QAbstractSocket::RemoteHostClosedError) {
        if (const auto head = takeHead(*m_proxy)) {
            judge(*head);
            return;
        }
    }
    fail(failureOf(*m_proxy));
}

/// To Qt, it is all one: a proxy that made no connection. The outcome says more.
void ProxyTunnel::fail(ProxyFailure failure)
{
    disconnect(m_proxy, nullptr, this, nullptr);
    m_proxy->abort();
    endTrial();
    m_outcome(failure);
    m_client->write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_client->disconnectFromHost();
}

} // namespace net
