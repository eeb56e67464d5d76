// SPDX-License-Identifier: Apache-2.0
#include "curl.h"

#include <QJsonDocument>
#include <QSignalSpy>

namespace {

/// Where the answers' heads end and the body begins: after the last empty line that follows a head.
qsizetype bodyStart(const QByteArray &output)
{
    qsizetype start = 0;
    while (output.indexOf("HTTP/1.", start) == start) {
        const qsizetype end = output.indexOf("\r\n\r\n", start);
        if (end < 0)
            return output.size();
        start = end + 4;
    }
    return start;
}

QByteArray lastHead(const QByteArray &heads)
{
    return heads.mid(heads.lastIndexOf("HTTP/1."));
}

} // namespace

Curl Curl::run(const QStringList &arguments)
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral("curl"),
                  QStringList{QStringLiteral("--silent"), QStringLiteral("--include"),
                              QStringLiteral("--noproxy"), QStringLiteral("*")}
                      + arguments);
    finished.wait(20000);

    Curl result;
    const QByteArray output = process.readAllStandardOutput();
    result.exitCode = process.exitCode();
    result.heads = output.left(bodyStart(output));
    result.body = output.mid(result.heads.size());
    result.status = lastHead(result.heads).mid(9, 3).toInt();
    return result;
}

QJsonObject Curl::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray Curl::header(const QByteArray &name) const
{
    const auto lines = lastHead(heads).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}
