// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace net {

/// Reads the certificates of a PEM file, to be trusted besides the system's. The error is one
/// line for people: the file cannot be read, or holds no certificate.
tl::expected<QList<QSslCertificate>, QString> readTrustedCertificates(const QString &path);

/// The same of several files; empty names are passed over.
tl::expected<QList<QSslCertificate>, QString> readTrustedCertificates(const QStringList &paths);

/// What tells one set of certificates from another: SHA-256, in hexadecimal digits, whatever their
/// order and whatever else their files say. Empty for none.
QString digestOf(const QList<QSslCertificate> &certificates);

} // namespace net
