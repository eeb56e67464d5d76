// SPDX-License-Identifier: Apache-2.0
#include "net/trustedcertificates.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace net {

tl::expected<QList<QSslCertificate>, QString> readTrustedCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            QCoreApplication::translate("net", "The CA file %1 cannot be read: %2.")
                .arg(path, file.errorString()));
    }
    const auto certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty()) {
        return tl::unexpected(
            QCoreApplication::translate("net", "The CA file %1 contains no PEM certificate.")
                .arg(path));
    }
    return certificates;
}

tl::expected<QList<QSslCertificate>, QString> readTrustedCertificates(const QStringList &paths)
{
    QList<QSslCertificate> all;
    for (const QString &path : paths) {
        if (path.isEmpty())
            continue;
        const auto certificates = readTrustedCertificates(path);
        if (!certificates)
            return tl::unexpected(certificates.error());
        all += *certificates;
    }
    return all;
}

QString digestOf(const QList<QSslCertificate> &certificates)
{
    if (certificates.isEmpty())
        return {};
    QStringList digests;
    for (const QSslCertificate &certificate : certificates)
        digests.append(QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()));
    digests.sort();
    digests.removeDuplicates();
    const QByteArray all = digests.join(QString()).toLatin1();
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
}

} // namespace net
