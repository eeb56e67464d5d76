// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/request.h"
#include "net/authenticator.h"

#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QNetworkReply;

namespace net {

class Transport;

/// One GET on its way: signed, sent, signed anew if need be, read. Ends exactly once, with an
/// answer or an error, or without either if it is cancelled; then it deletes itself.
class Call final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(atlas::Result<QJsonObject>)>;

    /// What a call needs of its client. All of it outlives the call.
    struct Means
    {
        Transport &transport;
        Authenticator &authenticator;
        std::chrono::milliseconds deadline;
    };

    Call(const atlas::RequestTarget &target, const Means &means, Handler handler, QObject *parent);
    ~Call() override;

    /// Begins; the handler is never called before this returns.
    void start();

    /// Ends the call without a result: the handler will not be called. Does nothing if it ended.
    void cancel();

private:
    void authorize();
    void send(const Authorization &authorization);
    void readSome();
    void readAnswer();
    void judge(int status);
    void handleRefusal(const atlas::ApiError &answer);
    void dropReply();
    void giveBackAuthorization();
    void fail(atlas::ApiError error);
    void end(atlas::Result<QJsonObject> result);

    atlas::RequestTarget m_target;
    Means m_means;
    Handler m_handler;
    QTimer m_deadlineTimer;
    QPointer<QNetworkReply> m_reply;
    std::optional<Authorization> m_authorization;
    QByteArray m_body;
    int m_refusals = 0;
    bool m_ended = false;
};

} // namespace net
