// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/httpdfixture.h"

#include "tests/atlassim/world/sampleworld.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

const auto Httpd = u"apache2"_s;
const auto Modules = u"/usr/lib/apache2/modules"_s;
const auto Realm = u"MMS Public API"_s;

constexpr auto Projects = R"({
  "results": [
    {"id": "5f0000000000000000000001", "name": "Served by Apache", "orgId": "x", "clusterCount": 1}
  ],
  "totalCount": 1,
  "links": []
}
)";

QByteArray userLine()
{
    const QString start = QString(atlassim::sample::PublicKey) + u':' + Realm + u':';
    const QByteArray hashed = QCryptographicHash::hash(
        (start + QString(atlassim::sample::PrivateKey)).toUtf8(), QCryptographicHash::Md5);
    return start.toUtf8() + hashed.toHex() + '\n';
}

QString loadModule(const QString &name)
{
    return u"LoadModule %1_module \"%2/mod_%1.so\""_s.arg(name, Modules);
}

} // namespace

bool HttpdFixture::isInstalled()
{
    return !ServerProcess::find(Httpd).isEmpty() && QDir(Modules).exists();
}

bool HttpdFixture::start(const Settings &settings)
{
    m_usesTls = !settings.certificate.certificate.isEmpty();
    return m_process.start(ServerProcess::find(Httpd), [this, settings](quint16 port) {
        writeFiles(settings, port);
        return QStringList{u"-d"_s, m_folder.path(), u"-f"_s, m_folder.filePath(u"httpd.conf"_s),
                           u"-DFOREGROUND"_s};
    });
}

QUrl HttpdFixture::baseUrl() const
{
    QUrl url;
    url.setScheme(m_usesTls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_process.port());
    return url;
}

QList<HttpdFixture::Seen> HttpdFixture::seen() const
{
    QFile log(m_folder.filePath(u"access.log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    QList<Seen> requests;
    const auto lines = QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList fields = line.split(u' ');
        requests.append(
            {fields.value(0), fields.value(1), fields.value(2).toInt(), fields.value(3)});
    }
    return requests;
}

void HttpdFixture::writeFiles(const Settings &settings, quint16 port) const
{
    write(u"httpd.conf"_s, directives(settings, port).join(u'\n').toUtf8() + '\n');
    write(u"users"_s, userLine());
    write(u"projects.json"_s, Projects);
    // As root, httpd drops its rights before it reads these.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
}

void HttpdFixture::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

QStringList HttpdFixture::directives(const Settings &settings, quint16 port) const
{
    QStringList modules{u"mpm_event"_s,  u"alias"_s,      u"authn_core"_s, u"authn_file"_s,
                        u"authz_core"_s, u"authz_user"_s, u"auth_digest"_s};
    QStringList lines{
        u"ServerName 127.0.0.1"_s,
        u"Listen 127.0.0.1:%1"_s.arg(port),
        u"DefaultRuntimeDir \"%1\""_s.arg(m_folder.path()),
        u"PidFile httpd.pid"_s,
        u"ErrorLog error.log"_s,
        u"LogFormat \"%m %U %>s %H\" seen"_s,
        u"CustomLog access.log seen"_s,
        u"StartServers 1"_s,
        u"ServerLimit 1"_s,
        u"ThreadsPerChild 16"_s,
        u"MaxRequestWorkers 16"_s,
        u"Alias /api/atlas/v2/groups \"%1\""_s.arg(m_folder.filePath(u"projects.json"_s)),
        u"<Directory \"%1\">"_s.arg(m_folder.path()),
        u"AuthType Digest"_s,
        u"AuthName \"%1\""_s.arg(Realm),
        u"AuthUserFile users"_s,
        u"AuthDigestProvider file"_s,
        u"AuthDigestNonceLifetime %1"_s.arg(settings.nonceLifetime),
        u"Require valid-user"_s,
        u"ForceType application/vnd.atlas.2023-01-01+json"_s,
        u"</Directory>"_s};
    if (geteuid() == 0)
        lines << u"User www-data"_s << u"Group www-data"_s;
    if (!settings.certificate.certificate.isEmpty()) {
        modules << u"ssl"_s;
        lines << u"SSLEngine on"_s
              << u"SSLCertificateFile \"%1\""_s.arg(settings.certificate.certificate)
              << u"SSLCertificateKeyFile \"%1\""_s.arg(settings.certificate.key);
    }
    if (settings.http2) {
        modules << u"http2"_s;
        lines << u"Protocols h2 http/1.1"_s;
    }
    QStringList all;
    for (const QString &module : modules)
        all << loadModule(module);
    return all + lines;
}

} // namespace testsupport
