// SPDX-License-Identifier: Apache-2.0
#include "net/wire/tlsrules.h"

#include <QSslCipher>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

constexpr std::array AuthenticatedModes{"GCM"_L1, "CCM"_L1, "CHACHA20"_L1};

/// By the names that OpenSSL and RFC 8446 have for them.
bool isSound(const QSslCipher &cipher)
{
    const QString name = cipher.name();
    if (cipher.protocolString() == "TLSv1.3"_L1)
        return true;
    return name.startsWith("ECDHE-"_L1)
        && std::any_of(AuthenticatedModes.begin(), AuthenticatedModes.end(),
                       [&name](QLatin1StringView mode) { return name.contains(mode); });
}

QList<QSslCipher> soundCiphers()
{
    QList<QSslCipher> ciphers;
    const auto supported = QSslConfiguration::supportedCiphers();
    std::copy_if(supported.begin(), supported.end(), std::back_inserter(ciphers), isSound);
    return ciphers;
}

/// Read once: it takes time.
const QList<QSslCertificate> &systemAuthorities()
{
    static const auto authorities = QSslConfiguration::systemCaCertificates();
    return authorities;
}

} // namespace

void loadSystemAuthorities()
{
    static_cast<void>(systemAuthorities());
}

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    // Where TLS is not OpenSSL's, suites have other names, and the system chooses among them.
    if (const auto ciphers = soundCiphers(); !ciphers.isEmpty())
        tls.setCiphers(ciphers);
    if (!extraAuthorities.isEmpty()) {
        tls.addCaCertificates(systemAuthorities());
        tls.addCaCertificates(extraAuthorities);
    }
    return tls;
}

} // namespace net
