// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>
#include <QUrlQuery>

namespace testsupport {

/// The simulator as a program of its own, over a real connection between two processes.
class SimulatorProcess
{
public:
    /// Starts it; the test fails if it does not answer.
    explicit SimulatorProcess(const QStringList &options = {});
    ~SimulatorProcess();
    Q_DISABLE_COPY_MOVE(SimulatorProcess)

    bool isRunning() const { return m_baseUrl.isValid(); }
    QUrl baseUrl() const { return m_baseUrl; }

    /// The query of the latest request whose path ends so; empty if there is none.
    QUrlQuery lastQuery(const QString &pathEnd);

private:
    QProcess m_process;
    QUrl m_baseUrl;
    QNetworkAccessManager m_control;
};

} // namespace testsupport
