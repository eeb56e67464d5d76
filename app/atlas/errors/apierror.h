// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/role.h"
#include "atlas/errors/wording.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace atlas {

/// One entry of `badRequestDetail.fields`.
struct FieldViolation
{
    QString field;
    QString description;

    friend bool operator==(const FieldViolation &, const FieldViolation &) = default;
};

/// What a call was signed with.
enum class SignedBy : quint8 { Unknown, ApiKey, ServiceAccount };

/// Why a call brought no value. Every failure of a call, wherever it arose, is one of these.
struct ApiError
{
    enum class Kind {
        /// Atlas answered with an error.
        Api,
        /// The OAuth token call answered with an error.
        SignIn,
        /// No answer came: no connection, reset, name not found.
        Transport,
        /// Nothing was sent, because the server's certificate is not trusted. There is no way to
        /// go on in spite of it.
        Untrusted,
        /// The proxy on the way failed or refused; the server was not reached.
        Proxy,
        /// No complete answer came before the call's deadline.
        TimedOut,
        /// The answer points to another address; that is never followed.
        Redirected,
        /// An answer came, but it is not what Atlas documents.
        Malformed,
        /// Nothing was sent, because the credential or a value cannot be used.
        Refused,
    };

    /// What is wrong with a certificate (kind Untrusted), a proxy (kind Proxy), the connection
    /// (kind Transport) or an answer (kinds Transport, TimedOut and Redirected).
    enum class Cause {
        Unnamed,

        HostMismatch,
        Expired,
        NotYetValid,
        SelfSigned,
        UnknownAuthority,
        Revoked,

        /// It asks for a password and was given none.
        PasswordWanted,
        /// It was given a password and asks again.
        PasswordRefused,
        /// Its own name is not known.
        NotFound,
        Refused,
        Closed,
        /// It may not, or does not want to, connect to the server.
        Forbidden,
        /// It tried to connect to the server and failed.
        Unreachable,
        /// It asks for a sign-in that this program has not learnt: NTLM, Negotiate.
        SignInUnknown,

        /// Both ends could not agree on how to encrypt (kind Transport): that will not change by
        /// trying again.
        HandshakeFailed,
        /// An interim answer (1xx) came in place of the answer (kind Transport).
        InterimAnswer,
        /// Not even the head of an answer came whole (kind TimedOut).
        NoHead,
        /// The answer names no other address (kind Redirected).
        NoTarget,
    };

    Kind kind = Kind::Api;
    /// The HTTP status, or the one inside an envelope; 0 if no answer came.
    int status = 0;
    /// Atlas's `errorCode`, or OAuth's `error`. May be empty.
    QString errorCode;
    /// The status in words: Atlas's `reason`, or ours.
    QString reason;
    /// What happened: Atlas's `detail`, OAuth's `error_description`, or ours.
    QString detail;
    /// What `reason` and `detail` were made of, where they are ours; see wordedAnew().
    Wording ownReason;
    Wording ownDetail;
    QStringList parameters;
    QList<FieldViolation> fieldViolations;
    /// How long the server asked to be left alone.
    std::optional<std::chrono::seconds> retryAfter;
    /// How often the call was tried again before it ended so.
    int retries = 0;
    /// Qt has sent the request anew by itself, as it does when a connection closes before an
    /// answer: that is retry enough.
    bool wasResent = false;
    /// Method and URL of the request that failed. Carries no secret.
    QString request;
    /// Numbers the calls of a client from 1, so that what is told of one call can be put together;
    /// 0 if there was none.
    quint64 call = 0;
    Cause cause = Cause::Unnamed;
    /// What the call that failed takes.
    Role role = Role::Unnamed;
    SignedBy signedBy = SignedBy::Unknown;
    /// The call asks for a version of its own, since the account's does not have it.
    bool hasOwnVersion = false;
    /// The call that failed is the token call, whatever the kind: it concerns every call of the
    /// credential. It has been tried again as often as may help.
    bool duringSignIn = false;

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// Gives `error` a reason and a detail of ours.
void word(ApiError &error, const Wording &reason, const Wording &detail);

/// `error` with its reason and detail in the language of the moment, as far as they are ours: for
/// who shows an error of a while ago.
ApiError wordedAnew(ApiError error);

/// The error that an answer with HTTP status `status` (400 or more) and this body stands for.
/// Takes Atlas's shape, HTML and nothing at all. What looks like OAuth's shape is none here: other
/// programs on the way write `"error": "Service Unavailable"`.
ApiError errorFromAnswer(int status, const QByteArray &body);

/// As errorFromAnswer(), of the OAuth token call: takes OAuth's shape (RFC 6749, 5.2), too. Of kind
/// SignIn if it speaks of the credential or the call, with a status of 400, 401 or 403.
ApiError tokenErrorFromAnswer(int status, const QByteArray &body);

/// An error of `kind` Malformed: `detail` says which field is wrong, and how.
ApiError malformedAnswer(int status, const Wording &detail);

} // namespace atlas
