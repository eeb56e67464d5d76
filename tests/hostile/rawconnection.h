// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "script.h"

#include <QTcpSocket>
#include <QTimer>

namespace hostile {

class RawServer;

/// One connection to a RawServer. Reads requests one after the other, and plays a script for each.
class RawConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes `socket` over. Belongs to `server`.
    RawConnection(RawServer &server, QTcpSocket *socket);

private:
    void readRequest();
    void play(const Script &script);
    void playNextStep();
    void sendStep();
    void end();

    RawServer &m_server;
    QTcpSocket *m_socket;
    QTimer m_pause;
    QByteArray m_received;
    Script m_script;
    qsizetype m_step = 0;
    bool m_playing = false;
};

} // namespace hostile
