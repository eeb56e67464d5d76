// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/simulator.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <stdexcept>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

constexpr int CurlsPatience = 60'000;

QJsonDocument json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text);
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Simulator::Simulator(const QStringList &options)
    : m_process(QStringLiteral(ATLASSIM_PROGRAM), QStringList{u"--until-stdin-closes"_s} + options,
                environmentWith({}))
{
    m_baseUrl = QUrl(QString::fromLatin1(m_process.readLine()).section(u' ', -1));
    // Five lines such as: export MONGODB_ATLAS_CLIENT_ID=mdb_sa_id_…
    constexpr int variables = 5;
    for (int i = 0; i < variables; ++i) {
        const QString line = QString::fromLatin1(m_process.readLine()).remove(u'\'');
        m_variables.insert(line.section(u' ', 1).section(u'=', 0, 0), line.section(u'=', 1));
    }
    signIn();
    readProjects();
}

QUrl Simulator::url(const QString &path) const
{
    return m_baseUrl.resolved(QUrl(path));
}

QProcessEnvironment Simulator::account() const
{
    QList<QPair<QString, QString>> variables{{u"MONGODB_ATLAS_PROJECT_ID"_s, m_projects.value(0)}};
    for (const auto &name : {u"MONGODB_ATLAS_BASE_URL"_s, u"MONGODB_ATLAS_CLIENT_ID"_s,
                             u"MONGODB_ATLAS_CLIENT_SECRET"_s})
        variables.append({name, m_variables.value(name)});
    return environmentWith(variables);
}

void Simulator::signIn()
{
    const QString user = encoded(m_variables.value(u"MONGODB_ATLAS_CLIENT_ID"_s)) + u':'
        + encoded(m_variables.value(u"MONGODB_ATLAS_CLIENT_SECRET"_s));
    const QByteArray answer =
        curl({u"--user"_s, user, u"--data"_s, u"grant_type=client_credentials"_s,
              url(u"/api/oauth/token"_s).toString()});
    m_token = json(answer)["access_token"_L1].toString().toLatin1();
}

void Simulator::readProjects()
{
    for (int page = 1;; ++page) {
        const QString path = u"/api/atlas/v2/groups?itemsPerPage=500&pageNum=%1"_s.arg(page);
        const QByteArray answer = curl(curlHeaders(m_token) << url(path).toString());
        const QJsonArray rows = json(answer)["results"_L1].toArray();
        if (rows.isEmpty())
            return;
        for (const auto &row : rows)
            m_projects.append(row["id"_L1].toString());
    }
}

QUrl Simulator::bucketsUrl(const QString &project, int page, int itemsPerPage) const
{
    return url(
        u"/api/atlas/v2/groups/%1/backup/exportBuckets?itemsPerPage=%2&pageNum=%3"_s.arg(project)
            .arg(itemsPerPage)
            .arg(page));
}

QJsonArray Simulator::requests() const
{
    return json(curl({url(u"/_sim/requests"_s).toString()})).array();
}

int Simulator::requestsSeen(const QString &pathEnd) const
{
    const QJsonArray seen = requests();
    return static_cast<int>(std::count_if(seen.begin(), seen.end(), [&](const auto &request) {
        return request["path"_L1].toString().endsWith(pathEnd);
    }));
}

QByteArray curl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        u"curl"_s,
        QStringList{u"--silent"_s, u"--show-error"_s, u"--fail"_s, u"--no-progress-meter"_s}
            + arguments);
    if (!process.waitForFinished(CurlsPatience) || process.exitCode() != 0)
        throw std::runtime_error("curl failed");
    return process.readAllStandardOutput();
}

QStringList curlHeaders(const QByteArray &token)
{
    return {u"--header"_s, QString(u"Authorization: Bearer "_s + QString::fromLatin1(token)),
            u"--header"_s, u"Accept: application/vnd.atlas.2025-02-19+json"_s};
}

} // namespace bench
