// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/api/envelope.h"
#include "tests/atlassim/http/pagecache.h"
#include "tests/atlassim/http/ratelimiter.h"
#include "tests/atlassim/http/router.h"
#include "tests/atlassim/program/options.h"

namespace atlassim {

/// Answers a known caller's requests below `/api/atlas/v2`.
class AtlasApi
{
public:
    /// All must outlive it.
    AtlasApi(const World &world, const Options &options, RateLimiter &limiter);

    static bool serves(const QString &path);

    HttpReply answer(const HttpRequest &request, const Caller &caller);

private:
    HttpReply answerLimited(const HttpRequest &request, const Caller &caller,
                            const Router::Match &match);
    HttpReply answerMatched(const HttpRequest &request, const Caller &caller,
                            const Router::Match &match);
    HttpReply contentReply(const HttpRequest &request, const Content &content,
                           const ResourceVersion &version);

    const World &m_world;
    const Options &m_options;
    RateLimiter &m_limiter;
    Router m_router;
    PageCache m_pages;
};

/// What is not there, in Atlas' shape.
AtlasError resourceNotFound(const QString &path);

} // namespace atlassim
