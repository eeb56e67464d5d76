// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QSslError>

#include <chrono>

class QNetworkReply;
class QUrl;

namespace net {

/// Why `reply` brought no answer, in a few words.
atlas::Wording failureOf(const QNetworkReply &reply);

/// The error of a reply that failed before its answer was complete: of kind Untrusted if the
/// server's certificate is to blame, Proxy if the proxy is, else Transport. `tlsErrors` is what
/// QNetworkReply::sslErrors told; none of them is ever ignored.
atlas::ApiError connectionError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors);

/// The error of an interim answer (102 to 199) that Qt takes for the answer.
atlas::ApiError interimError(const QNetworkReply &reply);

/// The error of an answer that points elsewhere. Nothing is sent there.
atlas::ApiError redirectError(const QNetworkReply &reply);

/// The error of a call that did not end within `deadline`. If `reply`, the one it waited for, had
/// not begun and was to come through a proxy, the error names the proxy.
atlas::ApiError timeOutError(std::chrono::milliseconds deadline,
                             const QNetworkReply *reply = nullptr);

/// Method and URL as they are shown beside an error.
QString describeRequest(const QByteArray &method, const QUrl &url);

} // namespace net
