// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxy>
#include <QString>

#include <tl/expected.hpp>

namespace net {

/// A proxy as a variable such as `https_proxy` names it.
struct ProxyAddress
{
    QNetworkProxy proxy;
    /// The address begins with `https://`. Qt speaks no TLS to a proxy, so it is asked without.
    bool wantsTls = false;
};

/// Reads `[scheme://][user[:password]@]host[:port][/]`; the scheme is http, https, socks5, socks5h,
/// or socks, which desktops write for SOCKS 5. User name and password are percent-encoded, and sent
/// in UTF-8. The error is one translated sentence that tells nothing of the address: what stands
/// where a host should may be a part of the password.
tl::expected<ProxyAddress, QString> parseProxyAddress(const QString &address);

} // namespace net
