// SPDX-License-Identifier: Apache-2.0
#include "net/signing/digestnonce.h"

#include <QRandomGenerator>

#include <array>

namespace net {

namespace {

QByteArray makeClientNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

bool DigestNonce::hasSigned(const Authorization &used) const
{
    return used.generation == (isKnown() ? m_generation : 0);
}

void DigestNonce::adopt(const DigestChallenge &challenge)
{
    m_challenge = challenge;
    ++m_generation;
    m_count = 0;
    m_isProven = false;
}

void DigestNonce::forget()
{
    m_challenge.reset();
    m_isProven = false;
}

Authorization DigestNonce::sign(const QByteArray &uri, const accounts::Credential &key)
{
    if (!m_challenge)
        return {};
    const QByteArray name = key.identity.toUtf8();
    const DigestUser user{name, key.secret.bytes()};
    return {digestAuthorization(*m_challenge, user, {uri, ++m_count, makeClientNonce()}),
            m_generation};
}

} // namespace net
