// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/result.h"
#include "net/pacing/waiting.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

namespace net {

/// How one request is signed.
struct Authorization
{
    /// The value of the `Authorization` header; empty if the request goes out unsigned.
    QByteArray header;
    /// Which nonce or token signed it; 0 if none did.
    quint64 generation = 0;
    /// Which of the nonces that are in use side by side.
    int nonce = 0;
    /// The number of the place that the request goes by.
    int place = 0;
};

/// What is to be signed.
struct Signable
{
    /// Path and query as they go over the wire.
    QByteArray uri;
    /// Where the request goes by: the numbers of the lane and of the place.
    int lane = 0;
    int place = 0;
};

/// Who waits to be signed for. Its functions run in the midst of other calls' affairs: they may
/// note what they are told and post events, no more.
struct SigningWaiter
{
    /// Is not told anything when it is gone.
    QPointer<QObject> context;
    /// Called once, with the error that the sign-in ended with if there is no authorization.
    std::function<void(const atlas::Result<Authorization> &)> ready;
    /// Called when it becomes known why the sign-in is not on its way just now, and when it goes
    /// on (nothing).
    std::function<void(const std::optional<Waiting> &)> delayed;
};

/// Signs the requests of one credential. Lives on the UI thread, as does all of net.
///
/// Every authorization that is handed out must be given back exactly once: accepted(), refused(),
/// timedOut() or abandoned(). None of the functions calls anything but waiters before it returns;
/// only leave() may emit left() last.
class Authenticator : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What it signs with.
    virtual atlas::SignedBy kind() const = 0;

    /// The authorization, if it can be had at once. Otherwise `waiter` waits until it is told, or
    /// withdrawn.
    virtual std::optional<Authorization> authorize(const Signable &request,
                                                   SigningWaiter waiter) = 0;

    /// Who waits for `context` waits no longer. Does nothing if nobody does.
    virtual void withdraw(const QObject *context) = 0;

    /// The server took the signature, whatever it answered otherwise.
    virtual void accepted(const Authorization &used) = 0;

    /// The server refused the signature with a 401. Nothing, if authorize() may be asked once
    /// more; otherwise the error that ends the call. `answer` is what the 401's body says,
    /// `attempt` counts the call's refusals from 1.
    virtual std::optional<atlas::ApiError> refused(const Authorization &used,
                                                   const QByteArray &challenges,
                                                   const atlas::ApiError &answer, int attempt) = 0;

    /// No answer came in time. If others wait for what the request would have brought, they end
    /// with `error`, too: it names the request that hung.
    virtual void timedOut(const Authorization &used, const atlas::ApiError &error) = 0;

    /// The request ended without the server's verdict: cancelled, or no connection.
    virtual void abandoned(const Authorization &used) = 0;

    /// How long each request of the sign-in's own may take from now on.
    virtual void setDeadline(std::chrono::milliseconds deadline) = 0;

    /// Takes every secret that the sign-in uses out of the texts of `error`; `used` is the header
    /// that the request was sent with, if any.
    virtual void redact(atlas::ApiError &error, const QByteArray &used) const = 0;

    /// Nobody waits any more. The first step of leaving: what is given back afterwards is handed to
    /// nobody.
    virtual void dropWaiters() = 0;

    /// Gives back what the server keeps for the credential, after an answer under way that may
    /// bring more of it. There is nothing more to be asked of the authenticator after this. Emits
    /// left() once, at the end.
    virtual void leave() = 0;

Q_SIGNALS:
    /// leave() is through.
    void left();
};

} // namespace net
