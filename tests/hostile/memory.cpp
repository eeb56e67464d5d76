// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <QFile>

namespace hostile {

namespace {

std::optional<long> statusKiB(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf(name);
    if (at < 0)
        return std::nullopt;
    const qsizetype end = text.indexOf("kB", at);
    return text.mid(at + name.size(), end - at - name.size()).trimmed().toLong();
}

} // namespace

std::optional<long> residentKiB()
{
    return statusKiB("\nVmRSS:");
}

std::optional<long> peakKiB()
{
    return statusKiB("\nVmHWM:");
}

bool restartPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace hostile
