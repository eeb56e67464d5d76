// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httpreply.h"
#include "tests/atlassim/http/tokenissuer.h"
#include "tests/atlassim/world/world.h"

#include <tl/expected.hpp>

namespace atlassim {

/// `/api/oauth/token` (RFC 6749, section 4.4) and `/api/oauth/revoke` (RFC 7009).
class OAuthApi
{
public:
    /// All three must outlive it.
    OAuthApi(const World &world, const Options &options, TokenIssuer &tokens);

    static bool serves(const QString &path);

    HttpReply answer(const HttpRequest &request);

private:
    tl::expected<const ServiceAccount *, HttpReply> client(const HttpRequest &request) const;
    HttpReply issue(const HttpRequest &request, const ServiceAccount &account);
    HttpReply revoke(const HttpRequest &request, const ServiceAccount &account);

    const World &m_world;
    const Options &m_options;
    TokenIssuer &m_tokens;
};

} // namespace atlassim
