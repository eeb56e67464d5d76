// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpreply.h"
#include "tests/atlassim/http/requestreader.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace atlassim {

/// An answer, when to send it, and whom to tell.
struct PlannedReply
{
    HttpReply reply;
    /// From when the request came; the time that it took to make the answer is part of it.
    std::chrono::milliseconds delay{0};
    /// Called when the answer was handed to the socket; not if the client left before.
    std::function<void()> sent{};
};

using RequestHandler = std::function<PlannedReply(const HttpRequest &)>;

/// One client's connection. Its requests are answered one after the other, in the order they came,
/// also those that were sent before an answer (pipelining).
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// Lives as long as the socket, which deletes itself when it is no longer connected. `handler`
    /// must outlive both.
    HttpConnection(QTcpSocket *socket, const RequestHandler &handler);

private:
    enum class State {
        Reading,
        Answering, ///< What comes meanwhile stays in the socket.
        Ending, ///< What still comes is dropped.
    };

    void read();
    void answer(HttpRequest request);
    void refuse(HttpReply reply);
    void send(const PlannedReply &planned);
    void deliver(HttpReply reply);
    void drip(const QByteArray &body);
    void finishAnswer();

    QTcpSocket *m_socket;
    const RequestHandler &m_handler;
    RequestReader m_reader;
    State m_state{State::Reading};
    QTimer m_parting;
    bool m_answersHead{false};
    bool m_staysOpen{true};
};

} // namespace atlassim
