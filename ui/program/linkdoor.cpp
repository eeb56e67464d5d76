// SPDX-License-Identifier: Apache-2.0
#include "ui/program/linkdoor.h"

#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr int Patience = 1'000;
/// Longer than any link.
constexpr qint64 LongestLine = 256;
constexpr const char *Taken = "taken\n";

/// In a folder that is this user's alone.
QString doorName()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + u"/bucketscope-links"_s;
}

} // namespace

LinkDoor::LinkDoor(Taker take, QObject *parent) : QObject(parent), m_take(std::move(take))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LinkDoor::welcome);
}

void LinkDoor::open()
{
    const QString name = doorName();
    if (m_server.listen(name) || m_server.serverError() != QAbstractSocket::AddressInUseError)
        return;
    // One that was killed leaves its door behind.
    QLocalSocket other;
    other.connectToServer(name);
    if (other.waitForConnected(Patience))
        return;
    QLocalServer::removeServer(name);
    m_server.listen(name);
}

void LinkDoor::welcome()
{
    while (QLocalSocket *caller = m_server.nextPendingConnection()) {
        caller->setReadBufferSize(LongestLine);
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { answer(*caller); });
        QTimer::singleShot(std::chrono::milliseconds(Patience), caller, &QLocalSocket::abort);
    }
}

void LinkDoor::answer(QLocalSocket &caller)
{
    if (!caller.canReadLine())
        return;
    const auto link = linkIn(QString::fromUtf8(caller.readLine(LongestLine).trimmed()));
    if (link && m_take(*link))
        caller.write(Taken);
    caller.disconnectFromServer();
}

bool LinkDoor::handOver(const Link &link)
{
    QLocalSocket door;
    door.connectToServer(doorName());
    if (!door.waitForConnected(Patience))
        return false;
    door.write(textOf(link).toUtf8() + '\n');
    while (!door.canReadLine() && door.waitForReadyRead(Patience)) { }
    return door.readLine(LongestLine) == Taken;
}

} // namespace ui
