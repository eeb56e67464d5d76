// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace testsupport {

/// Stands between a client and a server of ours, and keeps every byte that passes.
class Tap : public QObject
{
    Q_OBJECT

public:
    explicit Tap(const QUrl &server);

    /// Where the client shall go in place of the server.
    QUrl baseUrl() const;
    /// What clients sent.
    QByteArray requests() const { return m_requests; }
    /// What the server sent.
    QByteArray answers() const { return m_answers; }

private:
    void accept();
    void pass(QTcpSocket *from, QTcpSocket *to, QByteArray &copy);

    QTcpServer m_listener;
    QUrl m_server;
    QByteArray m_requests;
    QByteArray m_answers;
};

} // namespace testsupport
