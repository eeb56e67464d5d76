// SPDX-License-Identifier: Apache-2.0
#include "net/proxy/proxypasswords.h"

#include <algorithm>

namespace net {

namespace {

/// Whatever Qt may use the proxy for.
bool isSameAccount(const QNetworkProxy &one, const QNetworkProxy &other)
{
    return one.hostName() == other.hostName() && one.port() == other.port()
        && one.user() == other.user() && one.password() == other.password();
}

} // namespace

ProxyPasswords::Standing ProxyPasswords::standing(const QNetworkProxy &proxy) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&proxy](const Entry &one) {
        return isSameAccount(one.proxy, proxy);
    });
    return entry == m_entries.end() ? Standing::Untried : entry->standing;
}

void ProxyPasswords::note(const QNetworkProxy &proxy, Standing standing)
{
    const bool wasOnTrial = this->standing(proxy) == Standing::OnTrial;
    m_entries.removeIf([&proxy](const Entry &one) { return isSameAccount(one.proxy, proxy); });
    if (standing != Standing::Untried)
        m_entries.append({proxy, standing});
    if (wasOnTrial)
        Q_EMIT decided();
}

} // namespace net
