// SPDX-License-Identifier: Apache-2.0
#include "base/process/handover.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStringList>

namespace base {

std::optional<int> handOverTo(const QString &name, int argc, char **argv, QString &problem)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QString path = QFileInfo(QString::fromLocal8Bit(argv[0])).dir().absoluteFilePath(name);
    const int exitCode = QProcess::execute(path, arguments);
    if (exitCode >= 0)
        return exitCode;
    problem = path;
    return std::nullopt;
}

} // namespace base
