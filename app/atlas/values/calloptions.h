// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/apiversion.h"

namespace atlas {

/// How an account makes every call, whatever it asks for.
struct CallOptions
{
    ApiVersion version;
    /// Ask Atlas to put the HTTP status into the body.
    bool envelope = false;
    /// Ask Atlas to indent the JSON.
    bool prettyPrint = false;

    friend bool operator==(const CallOptions &, const CallOptions &) = default;
};

} // namespace atlas
