// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace testsupport {

/// A server of raw bytes that keeps every byte it is sent, and says what it is told to say.
class RecordingServer : public QObject
{
    Q_OBJECT

public:
    /// The bytes of the answer to a request; the connection ends with it.
    using Answer = std::function<QByteArray(const QByteArray &request)>;

    explicit RecordingServer(Answer answer, const QHostAddress &address = QHostAddress::LocalHost);

    QUrl baseUrl() const;
    /// Every request, head and body.
    QList<QByteArray> requests() const { return m_requests; }
    /// All that came, whether a request or not.
    QByteArray received() const { return m_received; }
    int connectionCount() const { return m_connections; }

private:
    void accept();
    void read(QTcpSocket *socket);

    Answer m_answer;
    QHash<QTcpSocket *, QByteArray> m_unanswered;
    QList<QByteArray> m_requests;
    QByteArray m_received;
    int m_connections = 0;
    /// Goes first: its connections end with it, and what they end is still here.
    QTcpServer m_server;
};

/// Whether a request has a header of this name; newer versions of Qt write all names in small
/// letters.
bool hasHeader(const QByteArray &request, const QByteArray &name);

/// An HTTP answer with these header lines and this JSON body.
QByteArray httpAnswer(int status, const QList<QByteArray> &headerLines = {},
                      const QByteArray &body = "{}");

} // namespace testsupport
