// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QSslError>

class QUrl;

namespace net {

/// The error of a server whose certificate is not trusted: names the problem, the certificate's
/// subject, issuer and dates, and the host that was asked for. `errors` is not empty.
atlas::ApiError certificateError(const QUrl &server, const QList<QSslError> &errors);

} // namespace net
