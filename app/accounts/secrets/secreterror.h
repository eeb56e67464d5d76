// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace accounts {

/// Why a secret could not be read, kept or removed.
struct SecretError
{
    enum class Kind {
        NotFound, ///< No secret is kept for the profile.
        Locked, ///< The store is locked, and nobody unlocked it.
        Unavailable, ///< There is no store: no keychain service, no bus.
        Denied, ///< The user or the system said no.
        TimedOut, ///< No answer within the time limit.
        OtherServer, ///< It was entered for another server than the profile's.
        ServerUnknown, ///< It was kept without saying for which server.
        Other,
    };

    Kind kind = Kind::Other;
    /// One translated sentence or two: what is wrong, what to do.
    QString message;
};

} // namespace accounts
