// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/profiles/credential.h"
#include "net/headers/digestsigner.h"
#include "net/signing/authenticator.h"

#include <optional>

namespace net {

/// The nonce that requests are signed with: which it is, how often it was used, and whether the
/// server has ever taken it.
class DigestNonce
{
public:
    /// Whether there is one.
    bool isKnown() const { return m_challenge.has_value(); }
    /// Whether the server has accepted it.
    bool isProven() const { return m_isProven; }
    /// Whether `used` was signed with this nonce; or unsigned, while there is none.
    bool hasSigned(const Authorization &used) const;

    /// A new nonce takes the place of the old one.
    void adopt(const DigestChallenge &challenge);
    /// The server has accepted it. Nothing, if there is none.
    void prove() { m_isProven = isKnown(); }
    /// There is none any more.
    void forget();

    /// Signs one more GET of `uri` for `key`; without a nonce it goes out unsigned.
    Authorization sign(const QByteArray &uri, const accounts::Credential &key);

private:
    std::optional<DigestChallenge> m_challenge;
    /// Numbers the challenges, from 1.
    quint64 m_generation = 0;
    quint32 m_count = 0;
    bool m_isProven = false;
};

} // namespace net
