// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"

#include <QByteArray>

namespace net {

/// The value of the `Authorization` header of the two OAuth calls. Holds the secret: not for logs.
QByteArray basicAuthorization(const accounts::Credential &account);

} // namespace net
