// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/atlassim/http/httprequest.h"
#include "tests/atlassim/program/options.h"
#include "tests/atlassim/world/world.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace atlassim {

struct DigestHeader;

/// The server's side of HTTP Digest (RFC 7616) with MD5 and qop=auth.
class DigestVerifier
{
public:
    using Clock = std::chrono::steady_clock;

    enum class Verdict {
        Accepted,
        Stale, ///< The right key on a nonce that is unknown or too old.
        Refused,
    };

    /// `options` must outlive it.
    explicit DigestVerifier(const Options &options);

    /// A `WWW-Authenticate` header with a fresh nonce.
    QByteArray challenge(bool stale, Clock::time_point now = Clock::now());

    /// Checks the request's `Authorization` against `key`, and uses its nonce count up.
    Verdict verify(const HttpRequest &request, const ApiKey &key,
                   Clock::time_point now = Clock::now());

    /// The user the request says it is from; nothing if it carries no Digest header.
    static std::optional<QString> usernameOf(const HttpRequest &request);

    /// Forgets all nonces: the next use of each is stale.
    void expireNonces();

private:
    struct Nonce
    {
        Clock::time_point issued;
        QSet<quint32> used;
        quint32 highest{0};
    };

    void dropExpired(Clock::time_point now);
    bool useUp(Nonce &nonce, quint32 count) const;

    const Options &m_options;
    QHash<QByteArray, Nonce> m_nonces;
};

} // namespace atlassim
