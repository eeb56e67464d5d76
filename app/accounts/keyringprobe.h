// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Asks for the state without opening a prompt or starting a service. `handler` runs later, on
/// this thread, within two seconds; never once `context` is destroyed.
void probeKeyring(QObject *context, std::function<void(KeyringState)> handler);

} // namespace accounts
