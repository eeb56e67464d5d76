// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/caller.h"
#include "tests/atlassim/http/digestverifier.h"
#include "tests/atlassim/http/httpreply.h"
#include "tests/atlassim/http/tokenissuer.h"

#include <tl/expected.hpp>

namespace atlassim {

/// Tells who calls the API, or how to refuse them.
class Authenticator
{
public:
    /// All three must outlive it.
    Authenticator(const World &world, DigestVerifier &digest, TokenIssuer &tokens);

    tl::expected<Caller, HttpReply> authenticate(const HttpRequest &request);

private:
    tl::expected<Caller, HttpReply> authenticateDigest(const HttpRequest &request);
    tl::expected<Caller, HttpReply> authenticateBearer(const HttpRequest &request);
    HttpReply challenge(bool stale);

    const World &m_world;
    DigestVerifier &m_digest;
    TokenIssuer &m_tokens;
};

} // namespace atlassim
