// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/request.h"
#include "net/calls/document.h"
#include "net/pacing/retrypolicy.h"
#include "net/pacing/waiting.h"
#include "net/signing/authenticator.h"
#include "net/wire/lanes.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace net {

class RateBudget;
class Reception;
class Transport;
class Turns;
struct Answer;
struct RateLimit;

/// One GET on its way: in line for the rate limit, in line for a place, signed, sent, signed anew
/// if need be, read, and tried again if that may help. Ends exactly once, with an answer or an
/// error, or without either if it is cancelled; then it deletes itself.
///
/// Handlers and signals run from the event loop, or last: whatever they do, even end the client, no
/// other call and no sign-in is in the midst of something.
class Call final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(atlas::Result<Document>)>;
    /// Reads the body of an answer with status 200, and returns whether it has: if so, that is the
    /// call's answer, whose document has no content.
    using QuickReader = std::function<bool(const QByteArray &body)>;

    /// What a call needs of its client. What it refers to outlives the call.
    struct Means
    {
        Transport &transport;
        Authenticator &authenticator;
        RateBudget &budget;
        /// In which answers are read.
        Turns &turns;
        RetryPolicy retries;
        Priority priority;
        /// For each try, for its own requests to their last bytes: while other calls sign in, it
        /// does not run.
        std::chrono::milliseconds deadline;
    };

    /// `number` tells it from the client's other calls. `readQuickly`
    /// may be absent.
    Call(quint64 number, const atlas::RequestTarget &target, const Means &means, Handler handler,
         QuickReader readQuickly, QObject *parent);
    ~Call() override;

    /// Begins; the handler is never called before this returns.
    void start();

    /// Ends the call without a result: the handler will not be called. Does nothing if it ended.
    void cancel();

    /// Failures are answered so from now on. One that has ended the call stays.
    void setRetries(const RetryPolicy &retries) { m_means.retries = retries; }
    /// It waits for a place with this priority from now on.
    void setPriority(Priority priority);

    /// Why it is not on its way just now; nothing if it is.
    const std::optional<Waiting> &waiting() const { return m_waiting; }

Q_SIGNALS:
    /// An answer with status 200 is here, and will be read after what is sent now has been sent:
    /// the connection is free.
    void answered();
    /// waiting() has changed.
    void waitingChanged();
    /// It, or the sign-in that it waits for, has failed with `error` and will be tried again after
    /// `wait`.
    void retryPlanned(const atlas::ApiError &error, std::chrono::milliseconds wait);
    /// After it failed with retryPlanned(), it has ended: with an answer, if `recovered`, or
    /// cancelled. Comes after the handler has run.
    void retriesEnded(quint64 call, bool recovered);

private:
    void beginTry();
    void takeTurn();
    void takePlace();
    void authorize();
    void waitForSignIn(const std::optional<Waiting> &waiting);
    void takeAuthorization(const atlas::Result<Authorization> &outcome);
    void send();
    void receive(const atlas::Result<Answer> &answer);
    void judgeSoon(const Answer &answer);
    void judge(const Answer &answer);
    bool readQuickly(const Answer &answer) const;
    void accept(const Answer &answer);
    void handleRefusal(const Answer &answer, const atlas::ApiError &error);
    void settle(const RateLimit &told);
    void retryOrFail(const atlas::ApiError &error);
    void planRetry(const atlas::ApiError &error, std::chrono::milliseconds wait);
    void timeOut();
    void pauseDeadline();
    void endTry();
    void fail(const atlas::ApiError &error);
    atlas::ApiError completed(atlas::ApiError error) const;
    void end(atlas::Result<Document> result);
    void setWaiting(std::optional<Waiting> waiting);
    void soon(std::function<void()> step);

    quint64 m_number;
    atlas::RequestTarget m_target;
    Means m_means;
    Handler m_handler;
    QuickReader m_readQuickly;
    QTimer m_deadlineTimer;
    /// What is left of the deadline of this try.
    std::chrono::milliseconds m_timeLeft{0};
    QTimer m_retryTimer;
    QPointer<Reception> m_reception;
    /// From before it is signed until the last byte of its answer is here.
    Place m_place;
    std::optional<Authorization> m_authorization;
    std::optional<Waiting> m_waiting;
    int m_refusals = 0;
    int m_retries = 0;
    /// retryPlanned() has been emitted.
    bool m_toldOfRetry = false;
    bool m_isAdmitted = false;
    bool m_ended = false;
};

} // namespace net
