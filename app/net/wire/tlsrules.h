// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace net {

/// How the program speaks TLS: 1.3, or 1.2 with forward secrecy (ECDHE) and authenticated
/// encryption (AEAD). Trusts what the system trusts, and `extraAuthorities` besides.
///
/// Takes milliseconds the first time; with extra authorities about 60 ms once, since the system's
/// are read then (Qt alone reads them as it needs them, unless any are added), unless
/// loadSystemAuthorities() has done it. Any thread.
QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities);

/// Reads what the system trusts, unless that is done. Any thread.
void loadSystemAuthorities();

} // namespace net
