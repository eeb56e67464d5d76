// SPDX-License-Identifier: Apache-2.0
#include "base/process/handover.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <string>

#include <qt_windows.h>
#include <shellapi.h>

namespace base {

namespace {

/// As QCoreApplication::arguments() reads them: `argv` has lost what the code page does not have.
QStringList ownArguments()
{
    int count = 0;
    const std::unique_ptr<wchar_t *, decltype(&::LocalFree)> words(
        ::CommandLineToArgvW(::GetCommandLineW(), &count), &::LocalFree);
    QStringList arguments;
    for (int i = 1; words && i < count; ++i)
        arguments.append(QString::fromWCharArray(words.get()[i]));
    return arguments;
}

QString ownFile()
{
    std::wstring path(MAX_PATH, L'\0');
    while (true) {
        const DWORD length =
            ::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
        if (length < path.size())
            return QString::fromWCharArray(path.data(), static_cast<qsizetype>(length));
        path.resize(path.size() * 2);
    }
}

} // namespace

std::optional<int> handOverTo(const QString &name, int /*argc*/, char ** /*argv*/, QString &problem)
{
    const QString path = QFileInfo(ownFile()).dir().absoluteFilePath(name);
    const int exitCode = QProcess::execute(path, ownArguments());
    if (exitCode >= 0)
        return exitCode;
    problem = QDir::toNativeSeparators(path);
    return std::nullopt;
}

} // namespace base
