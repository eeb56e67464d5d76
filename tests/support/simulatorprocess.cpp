// SPDX-License-Identifier: Apache-2.0
#include "tests/support/simulatorprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

constexpr int Patience = 20'000;

} // namespace

SimulatorProcess::SimulatorProcess(const QStringList &options)
{
    m_process.setProgram(QStringLiteral(ATLASSIM_PROGRAM));
    m_process.setArguments(QStringList{u"--until-stdin-closes"_s} + options);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start();
    const bool answered = QTest::qWaitFor([this] { return m_process.canReadLine(); }, Patience);
    if (!answered)
        return;
    const QString line = QString::fromLatin1(m_process.readLine().trimmed());
    m_baseUrl = QUrl(line.section(u' ', -1));
}

SimulatorProcess::~SimulatorProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(Patience))
        m_process.kill();
}

QUrlQuery SimulatorProcess::lastQuery(const QString &pathEnd)
{
    QUrl url = m_baseUrl;
    url.setPath(u"/_sim/requests"_s);
    const std::unique_ptr<QNetworkReply> reply(m_control.get(QNetworkRequest(url)));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(Patience))
        return {};
    QUrlQuery query;
    const QJsonArray seen = QJsonDocument::fromJson(reply->readAll()).array();
    for (const QJsonValue &request : seen) {
        if (!request["path"_L1].toString().endsWith(pathEnd))
            continue;
        query.clear();
        const QJsonArray items = request["queryItems"_L1].toArray();
        for (const QJsonValue &item : items)
            query.addQueryItem(item[0].toString(), item[1].toString());
    }
    return query;
}

} // namespace testsupport
