// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace accounts {

/// What state the system's keychain is in.
enum class KeyringState {
    Unlocked,
    Locked,
    NoService, ///< No keychain service is running, or there is no way to reach one.
    Unknown, ///< It did not say, or this platform has no way to ask.
};

/// Asks for the state of what keeps, or would keep, the secret under `key`, without opening a
/// prompt or starting a service. `handler` runs later, on this thread, within four seconds; never
/// once `context` is destroyed.
void probeKeyring(const QString &key, QObject *context, std::function<void(KeyringState)> handler);

} // namespace accounts
