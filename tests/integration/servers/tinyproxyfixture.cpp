// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/tinyproxyfixture.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

const auto Tinyproxy = u"tinyproxy"_s;

} // namespace

bool TinyproxyFixture::isInstalled()
{
    return !ServerProcess::find(Tinyproxy).isEmpty();
}

bool TinyproxyFixture::start(const QStringList &directives)
{
    return m_process.start(ServerProcess::find(Tinyproxy), [this, directives](quint16 port) {
        return QStringList{u"-d"_s, u"-c"_s, configure(port, directives)};
    });
}

QString TinyproxyFixture::address() const
{
    return u"127.0.0.1:"_s + QString::number(m_process.port());
}

int TinyproxyFixture::countOf(const QString &method) const
{
    QFile log(m_folder.filePath(u"log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    const QString line = u"): "_s + method + u' ';
    return static_cast<int>(QString::fromUtf8(log.readAll()).count(line));
}

QString TinyproxyFixture::configure(quint16 port, const QStringList &directives) const
{
    const QStringList lines =
        QStringList{u"Listen 127.0.0.1"_s, u"Port "_s + QString::number(port), u"Timeout 60"_s,
                    u"LogLevel Connect"_s, u"LogFile \"%1\""_s.arg(m_folder.filePath(u"log"_s))}
        + directives;
    QFile file(m_folder.filePath(u"tinyproxy.conf"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(lines.join(u'\n').toUtf8() + '\n');
    return file.fileName();
}

} // namespace testsupport
