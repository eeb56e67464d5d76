// SPDX-License-Identifier: Apache-2.0
#include "accounts/profiles/certificatefile.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <tl/expected.hpp>

namespace accounts {

namespace {

struct CertificateFileText
{
    Q_DECLARE_TR_FUNCTIONS(CertificateFile)
};

constexpr qint64 largestCertificateFile = qint64(4) * 1024 * 1024;
constexpr QByteArrayView beginLine = "-----BEGIN CERTIFICATE-----";
constexpr QByteArrayView endLine = "-----END CERTIFICATE-----";
/// DER's tag of a SEQUENCE, with which every certificate begins (X.690, 8.9).
constexpr char sequenceTag = 0x30;

tl::expected<QByteArray, QString> readAll(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tl::unexpected(CertificateFileText::tr("This is a folder. Choose a PEM file."));
    if (info.exists() && !info.isFile())
        return tl::unexpected(
            CertificateFileText::tr("This is not a regular file. Choose a PEM file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            CertificateFileText::tr("The file cannot be read: %1.").arg(file.errorString()));
    if (file.size() > largestCertificateFile)
        return tl::unexpected(
            CertificateFileText::tr("The file is too large to be a list of certificates."));
    return file.readAll();
}

bool isCertificate(QByteArrayView base64)
{
    // Line breaks are part of PEM (RFC 7468, section 3), but not of what Qt decodes strictly.
    QByteArray joined = base64.toByteArray().simplified();
    joined.replace(' ', "");
    const auto der =
        QByteArray::fromBase64Encoding(joined, QByteArray::AbortOnBase64DecodingErrors);
    return der && der.decoded.startsWith(sequenceTag);
}

} // namespace

std::optional<QString> problemWithCertificateFile(const QString &path)
{
    const auto pem = readAll(path);
    if (!pem)
        return pem.error();
    qsizetype begin = pem->indexOf(beginLine);
    if (begin < 0)
        return CertificateFileText::tr("The file does not contain a PEM certificate.");
    while (begin >= 0) {
        const qsizetype from = begin + beginLine.size();
        const qsizetype end = pem->indexOf(endLine, from);
        if (end < 0 || !isCertificate(QByteArrayView(*pem).sliced(from, end - from)))
            return CertificateFileText::tr("The file contains a damaged certificate.");
        begin = pem->indexOf(beginLine, end);
    }
    return std::nullopt;
}

} // namespace accounts
