// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"

#include <chrono>

class QNetworkReply;
class QUrl;

namespace net {

/// The error of a reply that failed before its answer was complete.
atlas::ApiError transportError(const QNetworkReply &reply);

/// The error of an answer that points elsewhere. Nothing is sent there.
atlas::ApiError redirectError(const QNetworkReply &reply);

/// The error of a call that did not end within `deadline`.
atlas::ApiError timeOutError(std::chrono::milliseconds deadline);

/// Method and URL as they are shown beside an error.
QString describeRequest(const QByteArray &method, const QUrl &url);

} // namespace net
