// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"

#include <QByteArray>
#include <QNetworkProxy>

#include <tl/expected.hpp>

namespace net {

/// The value of the `Proxy-Authorization` header that answers a proxy's 407, by the user name and
/// password in the proxy's address: Digest if that is offered, else Basic. NTLM and Negotiate are
/// never answered. `challenges` are all `Proxy-Authenticate` headers, separated by commas; `target`
/// is the `host:port` to connect to. The error says why there is no answer. Holds a secret.
tl::expected<QByteArray, atlas::ApiError::Cause> answerProxyChallenges(const QByteArray &challenges,
                                                                       const QNetworkProxy &proxy,
                                                                       const QByteArray &target);

} // namespace net
