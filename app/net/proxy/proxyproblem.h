// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <optional>

class QNetworkReply;

namespace net {

/// `host:port` of the proxy that `reply` went through; empty if there was none. No password.
QString proxyAddressOf(const QNetworkReply &reply);

/// The error of a reply that failed at its proxy; nothing if the proxy is not to blame.
std::optional<atlas::ApiError> proxyError(const QNetworkReply &reply);

} // namespace net
