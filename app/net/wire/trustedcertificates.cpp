// SPDX-License-Identifier: Apache-2.0
#include "net/wire/trustedcertificates.h"

#include "net/wire/tlsrules.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <memory>

namespace net {

TrustedCertificates readTrustedCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            atlas::Wording("net", QT_TRANSLATE_NOOP("net", "The CA file %1 cannot be read: %2."),
                           {path, file.errorString()}));
    }
    const auto certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty()) {
        return tl::unexpected(atlas::Wording(
            "net", QT_TRANSLATE_NOOP("net", "The CA file %1 contains no PEM certificate."),
            {path}));
    }
    return certificates;
}

TrustedCertificates readTrustedCertificates(const QStringList &paths)
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

void readTrustedCertificatesAside(const QStringList &paths, QObject *context,
                                  const std::function<void(const TrustedCertificates &)> &handler)
{
    if (std::all_of(paths.begin(), paths.end(), [](const QString &path) { return path.isEmpty(); }))
        return handler({});
    const auto read = std::make_shared<TrustedCertificates>();
    // Left to itself: nobody waits for a share that does not answer.
    QThread *thread = QThread::create([read, paths] {
        *read = readTrustedCertificates(paths);
        loadSystemAuthorities();
    });
    QObject::connect(thread, &QThread::finished, context, [read, handler] { handler(*read); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
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
