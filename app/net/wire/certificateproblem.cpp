// SPDX-License-Identifier: Apache-2.0
#include "net/wire/certificateproblem.h"

#include "base/texts/nothingtoshow.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace net {

namespace {

using atlas::Wording;
using Cause = atlas::ApiError::Cause;

/// `text` must be marked for translation in that context.
Wording ownText(const char *text, const std::vector<Wording> &values = {})
{
    return {"net::CertificateProblem", text, values};
}

constexpr qsizetype LongestName = 100;
constexpr qsizetype MostNames = 4;

/// The cause to name if there are several: what a CA file mends comes last.
constexpr std::array CausesByWeight{Cause::Revoked,         Cause::HostMismatch, Cause::Expired,
                                    Cause::NotYetValid,     Cause::Unnamed,      Cause::SelfSigned,
                                    Cause::UnknownAuthority};

Cause causeOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::HostNameMismatch:
        return Cause::HostMismatch;
    case QSslError::CertificateExpired:
        return Cause::Expired;
    case QSslError::CertificateNotYetValid:
        return Cause::NotYetValid;
    case QSslError::SelfSignedCertificate:
        return Cause::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Cause::UnknownAuthority;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Cause::Revoked;
    default:
        return Cause::Unnamed;
    }
}

const char *reasonOfCause(Cause cause)
{
    switch (cause) {
    case Cause::HostMismatch:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Certificate of another host");
    case Cause::Expired:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Certificate expired");
    case Cause::NotYetValid:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Certificate not yet valid");
    case Cause::SelfSigned:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Self-signed certificate");
    case Cause::UnknownAuthority:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Unknown certificate authority");
    case Cause::Revoked:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Certificate revoked");
    default:
        return QT_TRANSLATE_NOOP("net::CertificateProblem", "Certificate not trusted");
    }
}

/// A name out of a certificate, which anybody may have written: in one line, and short.
QString plainName(QString name)
{
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    name = name.simplified();
    if (name.isEmpty())
        return base::nothingToShow();
    return name.size() > LongestName ? QString(name.first(LongestName) + u'…') : name;
}

QString inUtc(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)
                          : base::nothingToShow();
}

QStringList hostsOf(const QSslCertificate &certificate)
{
    QStringList hosts;
    const auto names = certificate.subjectAlternativeNames();
    for (const QString &name : names)
        hosts.append(name);
    return hosts.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName) : hosts;
}

QString subjectOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectDisplayName();
    const QStringList hosts = hostsOf(certificate);
    return plainName(name.isEmpty() && !hosts.isEmpty() ? hosts.constFirst() : name);
}

Wording describeCertificate(const QUrl &server, const QSslCertificate &certificate)
{
    const QString host = server.authority(QUrl::FullyEncoded);
    if (certificate.isNull())
        return ownText(QT_TRANSLATE_NOOP("net::CertificateProblem",
                                         "%1 did not present a readable certificate."),
                       {host});
    return ownText(
        QT_TRANSLATE_NOOP("net::CertificateProblem",
                          "%1 presented a certificate for “%2”, issued by “%3”, valid from %4 "
                          "to %5."),
        {host, subjectOf(certificate), plainName(certificate.issuerDisplayName()),
         inUtc(certificate.effectiveDate()), inUtc(certificate.expiryDate())});
}

Wording describeHosts(const QSslCertificate &certificate)
{
    QStringList hosts = hostsOf(certificate);
    if (hosts.size() > MostNames)
        hosts = hosts.first(MostNames) << u"…"_s;
    std::transform(hosts.begin(), hosts.end(), hosts.begin(), plainName);
    return ownText(QT_TRANSLATE_NOOP("net::CertificateProblem",
                                     "The certificate is valid only for these hosts: %1."),
                   {hosts.join(u", "_s)});
}

/// What else is wrong than `named`, in words of ours or of Qt.
std::vector<Wording> furtherProblems(const QList<QSslError> &errors, const QSslError &named)
{
    std::vector<Wording> problems;
    for (const QSslError &error : errors) {
        const Cause cause = causeOf(error);
        if (cause == causeOf(named) && cause != Cause::Unnamed)
            continue;
        const Wording problem =
            cause == Cause::Unnamed ? Wording(error.errorString()) : ownText(reasonOfCause(cause));
        if (std::find(problems.begin(), problems.end(), problem) == problems.end())
            problems.push_back(problem);
    }
    return problems;
}

Wording describeFurther(Cause named, const Wording &further)
{
    return ownText(named == Cause::Unnamed
                       ? QT_TRANSLATE_NOOP("net::CertificateProblem", "Problem: %1.")
                       : QT_TRANSLATE_NOOP("net::CertificateProblem", "Other problems: %1."),
                   {further});
}

const QSslError &heaviest(const QList<QSslError> &errors)
{
    const auto weight = [](const QSslError &error) {
        return std::find(CausesByWeight.begin(), CausesByWeight.end(), causeOf(error));
    };
    return *std::min_element(
        errors.begin(), errors.end(),
        [weight](const QSslError &a, const QSslError &b) { return weight(a) < weight(b); });
}

} // namespace

atlas::ApiError certificateError(const QUrl &server, const QList<QSslError> &errors)
{
    const QSslError &named = heaviest(errors);
    const std::vector<Wording> further = furtherProblems(errors, named);
    std::vector<Wording> sentences{describeCertificate(server, named.certificate())};
    if (causeOf(named) == Cause::HostMismatch)
        sentences.push_back(describeHosts(named.certificate()));
    if (!further.empty())
        sentences.push_back(describeFurther(causeOf(named), Wording::sequence(further, u", "_s)));

    atlas::ApiError error;
    error.kind = atlas::ApiError::Kind::Untrusted;
    error.cause = causeOf(named);
    atlas::word(error, ownText(reasonOfCause(error.cause)), Wording::sequence(sentences, u" "_s));
    return error;
}

} // namespace net
