// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace accounts {

/// Takes every credential (see credentialVariables()) out of this process's environment, so that no
/// program that is started gets it. Where the system lets us (Unix), the bytes that the process was
/// started with are overwritten, too: they can be read in `/proc/PID/environ`.
/// Both halves go: half a credential would keep a second Bucketscope from starting.
/// Only while no other thread runs: nothing guards the environment.
void clearCredentialVariables();

} // namespace accounts
