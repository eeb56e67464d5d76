// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QCoreApplication>

namespace net {

/// What the program calls itself to servers and proxies.
inline QByteArray userAgent()
{
    return "bucketscope/" + QCoreApplication::applicationVersion().toLatin1();
}

} // namespace net
