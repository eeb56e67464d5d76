// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/wording.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

#include <functional>

#include <tl/expected.hpp>

namespace net {

/// What CA files hold, to be trusted besides what the system trusts. The error is one line for
/// people: a file cannot be read, or holds no certificate.
using TrustedCertificates = tl::expected<QList<QSslCertificate>, atlas::Wording>;

/// Reads the certificates of a PEM file. Any thread.
TrustedCertificates readTrustedCertificates(const QString &path);

/// The same of several files; empty names are passed over.
TrustedCertificates readTrustedCertificates(const QStringList &paths);

/// As the latter, but on a thread of its own, for a file may be on a share that hangs; the system's
/// authorities are read there, too. `handler` is called in the thread of `context`, unless that is
/// gone by then; at once if there is no file to read.
void readTrustedCertificatesAside(const QStringList &paths, QObject *context,
                                  const std::function<void(const TrustedCertificates &)> &handler);

/// What tells one set of certificates from another: SHA-256, in hexadecimal digits, whatever their
/// order and whatever else their files say. Empty for none.
QString digestOf(const QList<QSslCertificate> &certificates);

} // namespace net
