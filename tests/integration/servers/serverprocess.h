// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

#include <functional>

namespace testsupport {

/// A server that others wrote, as a process of ours at a free port of 127.0.0.1.
class ServerProcess
{
public:
    ServerProcess() = default;
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// The full name of a program, looked for where administrators have theirs, too; empty if it is
    /// not installed.
    static QString find(const QString &name);

    /// Starts it; `arguments` writes the configuration for a port. False if it takes no connection.
    bool start(const QString &program, const std::function<QStringList(quint16 port)> &arguments);
    void stop();

    quint16 port() const { return m_port; }
    QByteArray complaints() { return m_process.readAllStandardError(); }

private:
    bool takesConnections() const;

    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace testsupport
