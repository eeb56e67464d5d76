// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace atlassim {

/// How a request says who it is from.
enum class AuthScheme { None, Digest, Bearer, Basic, Other };

/// Someone whose credentials were good.
struct Caller
{
    /// The public key or the client ID.
    QString name;
    bool readsProjects{true};
    bool managesBackups{true};
    bool ownsProjects{false};
};

} // namespace atlassim
