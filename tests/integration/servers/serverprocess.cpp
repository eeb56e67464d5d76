// SPDX-License-Identifier: Apache-2.0
#include "tests/integration/servers/serverprocess.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

constexpr int Patience = 20'000;
constexpr int ProbePatience = 1'000;
/// Another program may take the free port before the server does.
constexpr int MostPorts = 5;

quint16 freePort()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

ServerProcess::~ServerProcess()
{
    stop();
}

QString ServerProcess::find(const QString &name)
{
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty()
        ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s})
        : inPath;
}

bool ServerProcess::start(const QString &program,
                          const std::function<QStringList(quint16 port)> &arguments)
{
    for (int i = 0; i < MostPorts; ++i) {
        stop();
        m_port = freePort();
        m_process.start(program, arguments(m_port));
        // It may listen before QProcess has heard that it runs.
        const bool settled = QTest::qWaitFor(
            [this] {
                return m_process.state() == QProcess::NotRunning
                    || (m_process.state() == QProcess::Running && takesConnections());
            },
            Patience);
        if (settled && m_process.state() == QProcess::Running)
            return true;
    }
    qWarning("%s: %s, exit code %d: %s", qPrintable(program), qPrintable(m_process.errorString()),
             m_process.exitCode(), complaints().constData());
    return false;
}

void ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(Patience)) {
        m_process.kill();
        m_process.waitForFinished(Patience);
    }
}

bool ServerProcess::takesConnections() const
{
    QTcpSocket probe;
    probe.setProxy(QNetworkProxy::NoProxy);
    probe.connectToHost(QHostAddress::LocalHost, m_port);
    return probe.waitForConnected(ProbePatience);
}

} // namespace testsupport
