// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/apierror.h"

#include <QByteArray>

namespace net {

/// Takes what `authorization`, the value of a header that was sent, reveals out of the texts of
/// `error`: some servers and proxies echo in their error pages what they were sent.
void redact(atlas::ApiError &error, const QByteArray &authorization);

} // namespace net
