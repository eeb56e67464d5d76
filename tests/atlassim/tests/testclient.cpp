// SPDX-License-Identifier: Apache-2.0
#include "testclient.h"

namespace testclient {

using namespace atlassim;

QString groupPath(QLatin1String project)
{
    return QString(QStringLiteral("/api/atlas/v2/groups/") + project);
}

QString bucketsPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/backup/exportBuckets"));
}

QString clustersPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/clusters"));
}

QString schedulePath(QLatin1String project, const QString &cluster)
{
    return QStringLiteral("%1/%2/backup/schedule").arg(clustersPath(project), cluster);
}

QString exportsPath(QLatin1String project, const QString &cluster)
{
    return QStringLiteral("%1/%2/backup/exports").arg(clustersPath(project), cluster);
}

QString accessPath(QLatin1String project)
{
    return QString(groupPath(project) + QStringLiteral("/cloudProviderAccess"));
}

QString paymentsCluster(int number)
{
    return QStringLiteral("kestrel-payments-prod-0%1").arg(number);
}

QStringList accept(const QString &mediaType)
{
    return header(QStringLiteral("Accept"), mediaType.toLatin1());
}

QStringList acceptVersion(const QString &date)
{
    return accept(QStringLiteral("application/vnd.atlas.%1+json").arg(date));
}

QStringList header(const QString &name, const QByteArray &value)
{
    return {QStringLiteral("--header"),
            QString(name + QStringLiteral(": ") + QString::fromLatin1(value))};
}

QStringList form(const QString &body)
{
    return {QStringLiteral("--data"), body};
}

QStringList digest(QLatin1String publicKey, QLatin1String privateKey)
{
    return {QStringLiteral("--digest"), QStringLiteral("--user"),
            QString(publicKey + QLatin1Char(':') + privateKey)};
}

QStringList clientCredentials(QLatin1String secret, QLatin1String client)
{
    const QByteArray encoded = QUrl::toPercentEncoding(secret);
    return {QStringLiteral("--user"),
            QString(client + QLatin1Char(':') + QString::fromLatin1(encoded))};
}

Curl get(const Simulator &simulator, const QString &pathAndQuery, const QStringList &arguments)
{
    return Curl::run(arguments + QStringList{simulator.baseUrl().toString() + pathAndQuery});
}

Curl post(const Simulator &simulator, const QString &path, const QStringList &arguments)
{
    return Curl::run(QStringList{QStringLiteral("--request"), QStringLiteral("POST")} + arguments
                     + QStringList{simulator.baseUrl().toString() + path});
}

Curl askForToken(const Simulator &simulator, const QStringList &credentials)
{
    return post(simulator, QStringLiteral("/api/oauth/token"),
                credentials + form(QStringLiteral("grant_type=client_credentials")));
}

QString errorCode(const QJsonObject &error)
{
    return error.value(QLatin1String("errorCode")).toString();
}

QJsonArray results(const Curl &answer)
{
    return answer.json().value(QLatin1String("results")).toArray();
}

QString text(const QJsonObject &json, const char *name)
{
    return json.value(QLatin1String(name)).toString();
}

QJsonObject findRow(const QJsonArray &rows, const char *field, const QString &value)
{
    for (const auto &row : rows) {
        if (text(row.toObject(), field) == value)
            return row.toObject();
    }
    return {};
}

QStringList links(const Curl &answer)
{
    QStringList rels;
    const auto all = answer.json().value(QLatin1String("links")).toArray();
    for (const auto &link : all)
        rels.append(link.toObject().value(QLatin1String("rel")).toString());
    return rels;
}

} // namespace testclient
