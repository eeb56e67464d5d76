// SPDX-License-Identifier: Apache-2.0
#include "ui/desktop/battery.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr qint64 LongestAttribute = 64;

/// Empty if there is none.
QByteArray attributeOf(const QDir &supply, const QString &name)
{
    QFile file(supply.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.read(LongestAttribute).trimmed() : QByteArray();
}

} // namespace

QString powerSupplyFolder()
{
    return u"/sys/class/power_supply"_s;
}

// As of Documentation/ABI/testing/sysfs-class-power in Linux's sources.
bool isOnBattery(const QString &supplies)
{
    const QDir folder(supplies);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    bool isDischarged = false;
    for (const QString &name : names) {
        const QDir supply(folder.filePath(name));
        // Of a mouse or a headset.
        if (attributeOf(supply, u"scope"_s) == "Device")
            continue;
        if (attributeOf(supply, u"type"_s) == "Battery")
            isDischarged = isDischarged || attributeOf(supply, u"status"_s) == "Discharging";
        else if (attributeOf(supply, u"online"_s) == "1")
            return false;
    }
    return isDischarged;
}

} // namespace ui
