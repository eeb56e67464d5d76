// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/result.h"

#include <QByteArray>
#include <QObject>

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
};

/// Signs the requests of one credential. Lives on the UI thread, as does all of net.
///
/// Every authorization that is handed out must be given back exactly once: accepted(), refused()
/// or abandoned().
class Authenticator : public QObject
{
    Q_OBJECT

public:
    using Ready = std::function<void(atlas::Result<Authorization>)>;

    using QObject::QObject;

    /// What it signs with.
    virtual atlas::SignedBy kind() const = 0;

    /// Calls `ready` exactly once, at once or later, or never if `context` dies before. The error
    /// is the one that the sign-in ended with. `uri` is path and query as they go over the wire.
    virtual void authorize(const QByteArray &uri, QObject *context, Ready ready) = 0;

    /// The server took the signature, whatever it answered otherwise.
    virtual void accepted(const Authorization &used) = 0;

    /// The server refused the signature with a 401. Nothing, if authorize() may be asked once
    /// more; otherwise the error that ends the call. `answer` is what the 401's body says,
    /// `attempt` counts the call's refusals from 1.
    virtual std::optional<atlas::ApiError> refused(const Authorization &used,
                                                   const QByteArray &challenges,
                                                   const atlas::ApiError &answer, int attempt) = 0;

    /// The request ended without the server's verdict: cancelled, timed out, no connection.
    virtual void abandoned(const Authorization &used) = 0;

    /// Gives back what the server keeps for the credential. finished() of the replies tells when;
    /// there is nothing more to be asked of the authenticator after this. Emits left() at the end.
    virtual void leave() = 0;

Q_SIGNALS:
    /// leave() is through.
    void left();
};

} // namespace net
