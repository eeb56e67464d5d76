// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace testsupport {

/// A proxy at 127.0.0.1 that is no good: answers requests in turn with what it was given and hangs
/// up, or answers and keeps the connection, or hangs up at once, or is silent. Counts requests.
class OddProxy
{
public:
    enum class Manner { Answers, Keeps, HangsUp, IsSilent };

    explicit OddProxy(Manner manner, const QByteArray &answer = {});
    OddProxy(Manner manner, const QList<QByteArray> &answers);

    /// `127.0.0.1:40123`.
    QString address() const;
    /// The heads of all requests, in the order they came.
    const QList<QByteArray> &requests() const { return m_requests; }

private:
    void serve();
    void answer(QTcpSocket &socket);

    Manner m_manner;
    QList<QByteArray> m_answers;
    QList<QByteArray> m_requests;
    QTcpServer m_server;
};

} // namespace testsupport
