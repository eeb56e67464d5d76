// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "share/snippets/bucketscall.h"

namespace share {

/// In whose words a call is written.
enum class RequestFormat : quint8 {
    /// A curl command that signs in with an API key.
    CurlApiKey,
    /// A curl command that sends a service account's token.
    CurlServiceAccount,
    /// Commands of the Atlas CLI, which signs in with its own profile.
    AtlasCli,
    /// A Go program that uses the Atlas SDK.
    GoSdk,
};

/// A text that makes the call when it is pasted into a POSIX shell or a Go file. Names the
/// variables that the credential is read from, and never holds one.
QString requestText(RequestFormat format, const BucketsCall &call);

} // namespace share
