// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace testsupport {

/// The program itself, in a process with settings of its own and none of the variables that it
/// would read from whoever runs the test.
class ProgramRun
{
public:
    using Variables = QMap<QString, QString>;

    struct Ended
    {
        int exitCode = -1;
        QString output;
        QString errors;
    };

    QString settingsPath() const
    {
        return m_home.filePath(QStringLiteral("bucketscope/bucketscope.conf"));
    }

    /// Where it takes links, if it does.
    QString linkDoor() const { return m_home.filePath(QStringLiteral("bucketscope-links")); }

    /// Starts it, without a display.
    std::unique_ptr<QProcess> start(const QStringList &arguments, const Variables &variables = {});
    /// Runs it to its end; an exit code of -1 if there is none.
    Ended run(const QStringList &arguments, const Variables &variables = {});

private:
    QTemporaryDir m_home;
};

} // namespace testsupport
