// SPDX-License-Identifier: Apache-2.0
#include "net/wire/sentsecrets.h"

#include "accounts/secrets/secret.h"

namespace net {

SentSecrets::~SentSecrets()
{
    overwriteUnused();
}

QByteArray SentSecrets::copyOf(const QByteArray &secret)
{
    overwriteUnused();
    m_sent.append(QByteArray(secret.constData(), secret.size()));
    return m_sent.constLast();
}

void SentSecrets::overwriteUnused()
{
    for (QByteArray &sent : m_sent) {
        if (sent.isDetached())
            accounts::wipe(sent);
    }
    m_sent.removeIf([](const QByteArray &sent) { return sent.isEmpty(); });
}

} // namespace net
