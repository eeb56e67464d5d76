// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>

/// What a process knows of its own resident memory, in MiB.
namespace ownmemory {

/// From here on, the most so far is counted anew.
inline void startCounting()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    constexpr const char *peak = "5";
    if (file.open(QIODevice::WriteOnly))
        file.write(peak);
}

/// `VmRSS` is what it is now, `VmHWM` the most since startCounting().
inline double resident(const QByteArray &key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(key + ':')))
            return line.mid(key.size() + 1).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

} // namespace ownmemory
