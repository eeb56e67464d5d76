// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/machine.h"

#include <QFile>
#include <QSysInfo>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace bench {

namespace {

/// What a file such as /proc/meminfo says after `key` and a colon; empty if it does not.
QString entryOf(const QString &fileName, QLatin1String key)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(key))
            return line.section(u':', 1).trimmed();
    }
    return {};
}

} // namespace

Machine Machine::thisOne()
{
    const int kibiBytes = entryOf(u"/proc/meminfo"_s, "MemTotal"_L1).section(u' ', 0, 0).toInt();
    return {entryOf(u"/proc/cpuinfo"_s, "model name"_L1),
            QThread::idealThreadCount(),
            kibiBytes / 1024,
            QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()),
            QSysInfo::prettyProductName(),
            QString::fromLatin1(qVersion())};
}

QString Machine::toText() const
{
    return u"%1, %2 cores, %3 MiB of memory; %4, %5; Qt %6"_s.arg(processor)
        .arg(cores)
        .arg(memoryMiB)
        .arg(system, kernel, qtVersion);
}

QJsonObject Machine::toJson() const
{
    return {{u"processor"_s, processor}, {u"cores"_s, cores},   {u"memoryMiB"_s, memoryMiB},
            {u"kernel"_s, kernel},       {u"system"_s, system}, {u"qt"_s, qtVersion}};
}

} // namespace bench
