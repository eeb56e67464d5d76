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

} // namespace net
