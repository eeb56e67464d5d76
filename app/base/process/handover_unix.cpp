// SPDX-License-Identifier: Apache-2.0
#include "base/process/handover.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>
#ifdef Q_OS_MACOS
#include <array>
#include <climits>
#include <mach-o/dyld.h>
#endif

namespace base {

namespace {

/// With links followed: the other program stands beside the real one.
QString ownFile(const char *calledAs)
{
#ifdef Q_OS_MACOS
    std::array<char, PATH_MAX> path{};
    auto size = static_cast<uint32_t>(path.size());
    if (::_NSGetExecutablePath(path.data(), &size) == 0)
        return QFileInfo(QFile::decodeName(path.data())).canonicalFilePath();
#endif
    const QFileInfo self(QStringLiteral("/proc/self/exe"));
    return self.exists() ? self.canonicalFilePath()
                         : QFileInfo(QFile::decodeName(calledAs)).canonicalFilePath();
}

} // namespace

std::optional<int> handOverTo(const QString &name, int /*argc*/, char **argv, QString &problem)
{
    const QByteArray path =
        QFile::encodeName(QFileInfo(ownFile(argv[0])).dir().absoluteFilePath(name));
    ::execv(path.constData(), argv);
    problem = QFile::decodeName(path) + QStringLiteral(": ") + qt_error_string();
    return std::nullopt;
}

} // namespace base
