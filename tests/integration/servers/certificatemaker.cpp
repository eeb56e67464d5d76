// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/certificatemaker.h"

#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

constexpr auto Configuration = R"(
[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[req]
distinguished_name = name
string_mask = utf8only
[name]
[root]
basicConstraints = critical,CA:TRUE
subjectKeyIdentifier = hash
)";

QStringList newKey(bool isRsa = false)
{
    const QStringList kind = isRsa
        ? QStringList{u"rsa:2048"_s}
        : QStringList{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    return QStringList{u"-newkey"_s} + kind
        + QStringList{u"-nodes"_s, u"-utf8"_s, u"-config"_s, u"openssl.cnf"_s};
}

QString moment(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

} // namespace

CertificateMaker::CertificateMaker()
{
    write(u"openssl.cnf"_s, Configuration);
    write(u"index.txt"_s, {});
}

CertificateMaker::Files CertificateMaker::makeAuthority(const QString &subject)
{
    const Files files = nextFiles();
    const bool made = openssl(QStringList{u"req"_s, u"-x509"_s, u"-keyout"_s, files.key, u"-out"_s,
                                          files.certificate, u"-subj"_s, u"/CN="_s + subject,
                                          u"-days"_s, u"2"_s, u"-extensions"_s, u"root"_s}
                              + newKey());
    return made ? files : Files{};
}

CertificateMaker::Files CertificateMaker::issue(const Files &authority, const Wish &wish)
{
    const Files files = nextFiles();
    const QString request = m_folder.filePath(u"request.pem"_s);
    const bool made = write(u"leaf.cnf"_s, "subjectAltName = " + wish.hosts.toLatin1() + '\n')
        && openssl(QStringList{u"req"_s, u"-new"_s, u"-keyout"_s, files.key, u"-out"_s, request,
                               u"-subj"_s, u"/CN="_s + wish.subject}
                   + newKey(wish.hasRsaKey))
        && openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"openssl.cnf"_s, u"-cert"_s,
                    authority.certificate, u"-keyfile"_s, authority.key, u"-in"_s, request,
                    u"-out"_s, files.certificate, u"-extfile"_s, u"leaf.cnf"_s, u"-startdate"_s,
                    moment(wish.from), u"-enddate"_s, moment(wish.until)});
    return made ? files : Files{};
}

CertificateMaker::Files CertificateMaker::selfSign(const Wish &wish)
{
    const Files files = nextFiles();
    const bool made =
        openssl(QStringList{u"req"_s, u"-x509"_s, u"-keyout"_s, files.key, u"-out"_s,
                            files.certificate, u"-subj"_s, u"/CN="_s + wish.subject, u"-days"_s,
                            u"2"_s, u"-addext"_s, u"subjectAltName="_s + wish.hosts}
                + newKey());
    return made ? files : Files{};
}

bool CertificateMaker::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    qWarning("openssl: %s", process.readAllStandardError().constData());
    return false;
}

bool CertificateMaker::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

CertificateMaker::Files CertificateMaker::nextFiles()
{
    const QString stem = m_folder.filePath(QString::number(++m_count));
    return {stem + u".pem"_s, stem + u".key"_s};
}

} // namespace testsupport
